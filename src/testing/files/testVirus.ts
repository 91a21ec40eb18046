/** The harmless text by which every virus scanner shows that it works, in pieces: this file itself must alarm nobody's. */
export const TEST_VIRUS = ['X5O!P%@AP[4', '\\PZX54(P^)7CC)7}', '$EICAR-STANDARD', '-ANTIVIRUS-TEST', '-FILE!$H+H*'].join('');
