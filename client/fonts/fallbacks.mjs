// Widths (per mille of the em) of the typefaces that readers have, by the system they read on; the first one found stands in.
// Windows and Apple's: from Adobe's AFM files of Times and Helvetica, with which Times New Roman, Liberation Serif, Arial and
// Liberation Sans agree by design. Android has neither: Noto Serif and Roboto. A bare Linux has DejaVu.
const letters = ' abcdefghijklmnopqrstuvwxyz';
const table = widths => Object.fromEntries([...letters].map((letter, i) => [letter, widths[i]]));

export const fallbacks = {
  times: [{
    local: ['Times New Roman', 'Liberation Serif', 'Tinos', 'Times'],
    widths: table([250, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444]),
  }, {
    local: ['Noto Serif'],
    widths: table([260, 563, 614, 492, 614, 535, 369, 538, 635, 320, 300, 585, 310, 945, 645, 577, 614, 614, 471, 451, 352, 635, 579, 862, 578, 565, 511]),
  }, {
    local: ['DejaVu Serif'],
    widths: table([318, 596, 640, 560, 640, 592, 370, 640, 644, 320, 310, 606, 320, 948, 644, 602, 640, 640, 478, 513, 402, 644, 565, 856, 564, 565, 527]),
  }],
  arial: [{
    local: ['Arial', 'Liberation Sans', 'Arimo', 'Helvetica'],
    widths: table([278, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500]),
  }, {
    local: ['Roboto'],
    widths: table([248, 544, 562, 523, 564, 530, 348, 562, 551, 243, 239, 507, 243, 877, 552, 570, 562, 568, 339, 516, 327, 551, 484, 751, 496, 473, 496]),
  }, {
    local: ['DejaVu Sans'],
    widths: table([318, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525]),
  }],
};

// How often each letter stands in a hundred characters of English text, the space included.
const frequency = table([18.3, 6.5, 1.2, 2.2, 3.5, 10.4, 2, 1.6, 5, 5.7, 0.1, 0.6, 3.3, 2, 5.6, 6, 1.4, 0.1, 4.9, 5.2, 7.4, 2.2, 0.8, 1.9, 0.1, 1.6, 0.1]);

export function widthOfText(widthOf) {
  return [...letters].reduce((sum, letter) => sum + frequency[letter] * widthOf(letter), 0);
}
