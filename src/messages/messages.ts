import actsEn from './acts.en.json';
import actsRu from './acts.ru.json';
import adminEn from './admin.en.json';
import adminRu from './admin.ru.json';
import authEn from './auth.en.json';
import authRu from './auth.ru.json';
import commissionEn from './commission.en.json';
import commissionRu from './commission.ru.json';
import expertEn from './expert.en.json';
import expertRu from './expert.ru.json';
import filesEn from './files.en.json';
import filesRu from './files.ru.json';
import kitEn from './kit.en.json';
import kitRu from './kit.ru.json';
import type { Locale } from './locale';
import operatorEn from './operator.en.json';
import operatorRu from './operator.ru.json';
import portfolioEn from './portfolio.en.json';
import portfolioRu from './portfolio.ru.json';
import problemsEn from './problems.en.json';
import problemsRu from './problems.ru.json';
import procedureEn from './procedure.en.json';
import procedureRu from './procedure.ru.json';
import publicEn from './public.en.json';
import publicRu from './public.ru.json';
import schoolEn from './school.en.json';
import schoolRu from './school.ru.json';
import shellEn from './shell.en.json';
import shellRu from './shell.ru.json';
import teacherEn from './teacher.en.json';
import teacherRu from './teacher.ru.json';
import timelineEn from './timeline.en.json';
import timelineRu from './timeline.ru.json';
import trailEn from './trail.en.json';
import trailRu from './trail.ru.json';

const ru = {
  acts: actsRu,
  admin: adminRu,
  auth: authRu,
  commission: commissionRu,
  expert: expertRu,
  files: filesRu,
  kit: kitRu,
  operator: operatorRu,
  portfolio: portfolioRu,
  problems: problemsRu,
  procedure: procedureRu,
  public: publicRu,
  school: schoolRu,
  shell: shellRu,
  teacher: teacherRu,
  timeline: timelineRu,
  trail: trailRu,
};

/** Every text of the interface; a namespace is a pair of files, and the Russian one gives the type. */
export type Messages = typeof ru;
export type Namespace = keyof Messages;

export const messages: Record<Locale, Messages> = {
  ru,
  en: {
    acts: actsEn,
    admin: adminEn,
    auth: authEn,
    commission: commissionEn,
    expert: expertEn,
    files: filesEn,
    kit: kitEn,
    operator: operatorEn,
    portfolio: portfolioEn,
    problems: problemsEn,
    procedure: procedureEn,
    public: publicEn,
    school: schoolEn,
    shell: shellEn,
    teacher: teacherEn,
    timeline: timelineEn,
    trail: trailEn,
  },
};

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
