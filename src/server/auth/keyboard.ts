/** The keys that carry letters, unshifted and shifted, in the Latin layout and in ЙЦУКЕН, key by key. */
const LATIN = '`qwertyuiop[]asdfghjkl;\'zxcvbnm,./~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?';
const RUSSIAN = 'ёйцукенгшщзхъфывапролджэячсмитьбю.ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,';

const keysOf = (from: string, to: string) => new Map([...from].map((key, at) => [key, to[at] ?? key]));
const TO_RUSSIAN = keysOf(LATIN, RUSSIAN);
const TO_LATIN = keysOf(RUSSIAN, LATIN);

const typedWith = (keys: ReadonlyMap<string, string>, text: string): string => [...text].map((key) => keys.get(key) ?? key).join('');

/** The same keys pressed with the Russian layout on: "ghbdtn" is "привет". */
export const inRussianLayout = (text: string): string => typedWith(TO_RUSSIAN, text);

/** The same keys pressed with the Latin layout on: "привет" is "ghbdtn". */
export const inLatinLayout = (text: string): string => typedWith(TO_LATIN, text);

type Graph = Record<string, (string | null)[]>;

/** Which key lies beside which in ЙЦУКЕН, made from the graph of the Latin layout: the keys are the same ones. */
export const russianGraph = (latin: Graph): Graph =>
  Object.fromEntries(
    Object.entries(latin).map(([key, beside]) => [
      inRussianLayout(key),
      beside.map((neighbour) => (neighbour === null ? null : inRussianLayout(neighbour))),
    ]),
  );

const SOUNDS: Record<string, string> = Object.fromEntries(
  'а:a б:b в:v г:g д:d е:e ё:e ж:zh з:z и:i й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:h ц:ts ч:ch ш:sh щ:sch ъ: ы:y ь: э:e ю:yu я:ya'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);

/** A Russian word as people write it in Latin letters: "учитель" is "uchitel". */
export const inLatinLetters = (word: string): string => [...word].map((letter) => SOUNDS[letter] ?? letter).join('');
