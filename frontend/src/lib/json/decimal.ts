/**
 * A JSON number with every digit: `digits` × 10^`exponent`. The digits have no zeros around them, so that each number
 * has one form. Zero has no digits.
 */
export interface Decimal {
  negative: boolean;
  digits: string;
  exponent: bigint;
}

/** Reads a JSON number. */
export function decimalOf(number: string): Decimal {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(number) ?? [];
  const all = (whole + fraction).replace(/^0+/, '');
  const digits = all.replace(/0+$/, '');
  return digits === ''
    ? { negative: false, digits, exponent: 0n }
    : {
        negative: sign === '-',
        digits,
        exponent: BigInt(exponent) - BigInt(fraction.length) + BigInt(all.length - digits.length),
      };
}

/** Compares two numbers of any size: negative, zero or positive. */
export function compare(left: Decimal, right: Decimal): number {
  const sign = signOf(left);
  if (sign !== signOf(right)) {
    return sign - signOf(right);
  }
  return sign * compareSizes(left, right);
}

/** True if the number is an integer. */
export function isWhole({ exponent }: Decimal): boolean {
  return exponent >= 0n;
}

/** True if the number is an integer multiple of the other, which is not zero. */
export function isMultiple(number: Decimal, of: Decimal): boolean {
  if (number.digits === '') {
    return true;
  }
  const shift = number.exponent - of.exponent;
  const divisor = BigInt(of.digits);
  if (shift >= 0n) {
    return ((BigInt(number.digits) % divisor) * powerOfTen(shift, divisor)) % divisor === 0n;
  }
  return -shift <= number.digits.length && BigInt(number.digits) % (divisor * 10n ** -shift) === 0n;
}

function signOf({ negative, digits }: Decimal): number {
  return digits === '' ? 0 : negative ? -1 : 1;
}

function compareSizes(left: Decimal, right: Decimal): number {
  const magnitudes = [left, right].map(({ digits, exponent }) => BigInt(digits.length) + exponent);
  const [leftMagnitude = 0n, rightMagnitude = 0n] = magnitudes;
  if (leftMagnitude !== rightMagnitude) {
    return leftMagnitude < rightMagnitude ? -1 : 1;
  }
  // Both have the same number of digits before the point, so the digits compare alphabetically.
  return left.digits === right.digits ? 0 : left.digits < right.digits ? -1 : 1;
}

/** 10^exponent modulo the divisor, by squaring, since people can enter huge exponents. */
function powerOfTen(exponent: bigint, divisor: bigint): bigint {
  let result = 1n % divisor;
  let square = 10n % divisor;
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) {
      result = (result * square) % divisor;
    }
    square = (square * square) % divisor;
  }
  return result;
}
