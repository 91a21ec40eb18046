import { extensionOf, isKnownExtension } from '@/domain/fileKinds';
import { sniff } from './sniff';

/** What systems and programs leave in a folder on their own: Finder, Windows Explorer, Word and Excel, LibreOffice. */
const NAMES = new Set(['.ds_store', 'thumbs.db', 'ehthumbs.db', 'ehthumbs_vista.db', 'desktop.ini', '.localized']);
const MARKED = /^(?:\._|~\$|\.~lock\.)/;
/** Films, sounds, pictures and documents that are no evidence here themselves; their locks and notes stay behind in a folder. None is a program or a page. */
const ORDINARY = new Set(
  'pptx ppt ppsx pps dotx xltx odt ods odp rtf txt csv pages numbers key mov mp4 m4v avi mkv wmv 3gp mp3 m4a wav ogg heic heif tif tiff bmp webp'.split(
    ' ',
  ),
);

/**
 * Whether an entry of an archive is litter that its owner neither sees nor can leave out. It never opens as a program, page or document:
 * what has the bytes of one, or a name that neither an accepted nor another ordinary file has, is judged like every other file.
 */
export function isLitter(path: string, content: Buffer): boolean {
  const steps = path.split(/[/\\]/);
  const name = (steps.at(-1) ?? '').toLowerCase();
  const kind = sniff(content);
  if (NAMES.has(name)) return ['unknown', 'text', 'cfb'].includes(kind) || content.length === 0;
  if (!MARKED.test(name) && !steps.slice(0, -1).some((folder) => folder.toLowerCase() === '__macosx')) return false;
  const extension = extensionOf(name.replace(/^(?:\._|~\$|\.~lock\.)|#$/g, ''));
  const ordinary = extension === '' || isKnownExtension(extension) || ORDINARY.has(extension);
  return ordinary && (content.length === 0 || ['unknown', 'text'].includes(kind));
}
