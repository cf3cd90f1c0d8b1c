/** What is said for a digit, in both languages. */
export const DIGIT_WORDS: readonly (readonly [value: string, words: string])[] = [
  ['0', 'zero nought صفر'],
  ['1', 'one واحد واحدة وحدة'],
  ['2', 'two اثنين اثنان اتنين ثنين تنين اثنتين'],
  ['3', 'three ثلاثة ثلاث تلاتة تلات'],
  ['4', 'four أربعة أربع'],
  ['5', 'five خمسة خمس'],
  ['6', 'six ستة ست'],
  ['7', 'seven سبعة سبع'],
  ['8', 'eight ثمانية ثماني ثمان تمانية تمنية'],
  ['9', 'nine تسعة تسع'],
];

/** And for a number of two digits: up to twenty, then by tens. */
export const TWO_DIGIT_WORDS: readonly (readonly [value: string, words: string])[] = [
  ['10', 'ten عشرة'],
  ['11', 'eleven أحداشر حداشر'],
  ['12', 'twelve اثناشر اتناشر'],
  ['13', 'thirteen'],
  ['14', 'fourteen'],
  ['15', 'fifteen'],
  ['16', 'sixteen'],
  ['17', 'seventeen'],
  ['18', 'eighteen'],
  ['19', 'nineteen'],
  ['20', 'twenty عشرين عشرون'],
  ['30', 'thirty ثلاثين ثلاثون تلاتين'],
  ['40', 'forty أربعين أربعون'],
  ['50', 'fifty خمسين خمسون'],
  ['60', 'sixty ستين ستون'],
  ['70', 'seventy سبعين سبعون'],
  ['80', 'eighty ثمانين ثمانون تمانين'],
  ['90', 'ninety تسعين تسعون'],
];
