/** The Luhn check (ISO/IEC 7812): every second digit from the right counts double; modulo 10. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place]);
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0 && /[1-9]/.test(digits);
}

/** ISO 13616: the first four characters moved to the end, letters as 10 to 35; modulo 97 is 1. */
export function passesMod97(iban: string): boolean {
  const moved = iban.slice(4) + iban.slice(0, 4);
  let remainder = 0;
  for (const character of moved) {
    const value = parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}

const KUWAITI_WEIGHTS = [2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The civil number of Kuwait's PACI: 11 less the weighted sum modulo 11 is the last digit. */
export function passesKuwaitiCheck(digits: string): boolean {
  const sum = KUWAITI_WEIGHTS.reduce(
    (total, weight, place) => total + weight * Number(digits[place]),
    0,
  );
  return digits.length === 12 && 11 - (sum % 11) === Number(digits[11]);
}

/** Whether digits in the order year (two digits), month, day may be a date. */
export function isShortDate(digits: string): boolean {
  const month = Number(digits.slice(2, 4));
  const day = Number(digits.slice(4, 6));
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}
