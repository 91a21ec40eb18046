import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { AppFooter } from '@/ui/shell/app-footer';
import { AppHeader } from '@/ui/shell/app-header';
import { signOutOfGallery } from './gallery-actions';
import { GalleryForms } from './gallery-forms';
import { GalleryStaff } from './gallery-staff';
import { GalleryTeacher } from './gallery-teacher';

/** Every part of the kit on one page, for those who draw screens. Not part of the product: only in the demo. */
export default async function Gallery({ searchParams }: { searchParams: Promise<{ part?: string }> }) {
  await connection();
  if (process.env.DEMO !== '1') notFound();
  const { part = 'teacher' } = await searchParams;
  const staff = part === 'staff';
  return (
    <div data-density={staff ? 'staff' : undefined} className="flex flex-1 flex-col">
      <AppHeader
        region="Примерная область"
        home="/kit"
        wide={staff}
        nav={[
          { href: '/kit', label: 'Моя аттестация' },
          { href: '/kit/application', label: 'Заявление', count: 12 },
          { href: '/kit/portfolio', label: 'Портфолио' },
          { href: '/kit/messages', label: 'Сообщения' },
        ]}
        notifications={{ href: '/kit/messages', unread: 2 }}
        user={{ name: 'Вострикова Людмила Аркадьевна', role: 'Педагог' }}
        roles={[
          { id: '1', label: 'Педагог', current: true },
          { id: '2', label: 'Эксперт' },
        ]}
        switchRole={signOutOfGallery}
        signOut={signOutOfGallery}
      />
      <main id="main" className={staff ? 'wrap-wide page' : 'wrap page'}>
        {part === 'teacher' ? <GalleryTeacher /> : null}
        {part === 'forms' ? <GalleryForms /> : null}
        {staff ? <GalleryStaff /> : null}
      </main>
      <AppFooter help={{ phone: '+7 (800) 000-00-00', hours: 'по будням с 8:30 до 17:00' }} procedureHref="/kit" wide={staff} />
    </div>
  );
}
