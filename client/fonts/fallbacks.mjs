// Widths (per mille of the em) of the two typefaces every system has, from Adobe's AFM files of Times and
// Helvetica, with which Times New Roman, Liberation Serif, Arial and Liberation Sans agree by design.
const letters = ' abcdefghijklmnopqrstuvwxyz';
const table = widths => Object.fromEntries([...letters].map((letter, i) => [letter, widths[i]]));

export const fallbacks = {
  times: {
    local: ['Times New Roman', 'Liberation Serif', 'Tinos', 'Times'],
    widths: table([250, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444]),
  },
  arial: {
    local: ['Arial', 'Liberation Sans', 'Arimo', 'Helvetica'],
    widths: table([278, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500]),
  },
};

// How often each letter stands in a hundred characters of English text, the space included.
const frequency = table([18.3, 6.5, 1.2, 2.2, 3.5, 10.4, 2, 1.6, 5, 5.7, 0.1, 0.6, 3.3, 2, 5.6, 6, 1.4, 0.1, 4.9, 5.2, 7.4, 2.2, 0.8, 1.9, 0.1, 1.6, 0.1]);

export function widthOfText(widthOf) {
  return [...letters].reduce((sum, letter) => sum + frequency[letter] * widthOf(letter), 0);
}
