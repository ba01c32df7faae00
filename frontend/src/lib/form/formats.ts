/**
 * The formats that the form checks, by the rules of the server and the worker (see docs/writing-handlers.md). It ignores
 * all others. All three read the golden file contract/src/test/resources/golden/dialect.json.
 */
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const LOCAL_TIME = /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?$/;
const OFFSET = /(?:Z|[+-](?:(?:0\d|1[0-7]):[0-5]\d|18:00))$/;
const DURATION =
  /^P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d{1,9})?S)?)?$/;
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
const LOCAL_PART = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
const LABEL = /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/i;
const URI =
  /^[a-z][a-z\d+.-]*:(?:[\w.~:/?[\]@!$&'()*+,;=-]|%[\da-f]{2})+(?:#(?:[\w.~:/?@!$&'()*+,;=-]|%[\da-f]{2})*)?$/i;
const JSON_POINTER = /^(?:\/(?:[^~/]|~[01])*)*$/;
const BYTE = /^(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)$/;
const GROUP = /^[\da-f]{1,4}$/i;
const MAX_LENGTH = 10_000;

type Check = (text: string) => boolean;

const checks: Record<string, Check> = {
  date: isDate,
  time: isOffsetTime,
  'date-time': (text) => isDateTime(text, isOffsetTime),
  'time-local': (text) => LOCAL_TIME.test(text),
  'date-time-local': (text) => isDateTime(text, (time) => LOCAL_TIME.test(time)),
  duration: (text) => DURATION.test(text),
  uuid: (text) => UUID.test(text),
  email: isEmail,
  hostname: isHostname,
  ipv4: isIpv4,
  ipv6: isIpv6,
  uri: (text) => URI.test(text),
  'json-pointer': (text) => JSON_POINTER.test(text),
  regex: isRegex,
};

export const formats: Record<string, Check> = Object.fromEntries(
  Object.entries(checks).map(([name, check]) => [name, (text) => text.length <= MAX_LENGTH && check(text)]),
);

/** True if this browser can compile the pattern. */
export function compiles(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u');
    return true;
  } catch {
    return false;
  }
}

function isDate(text: string): boolean {
  const [, year, month, day] = DATE.exec(text) ?? [];
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) && text !== '';
}

function isOffsetTime(text: string): boolean {
  return OFFSET.test(text) && LOCAL_TIME.test(text.replace(OFFSET, ''));
}

function isDateTime(text: string, isTime: Check): boolean {
  return text[10] === 'T' && isDate(text.slice(0, 10)) && isTime(text.slice(11));
}

function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@');
  return at >= 0 && at <= 64 && LOCAL_PART.test(text.slice(0, at)) && isHostname(text.slice(at + 1));
}

function isHostname(text: string): boolean {
  return text.length <= 253 && text.split('.').every((label) => LABEL.test(label));
}

function isIpv4(text: string): boolean {
  const bytes = text.split('.');
  return bytes.length === 4 && bytes.every((byte) => BYTE.test(byte));
}

function isIpv6(text: string): boolean {
  if (text.length > 45) {
    return false;
  }
  const gap = text.indexOf('::');
  if (gap < 0) {
    return groups(text, true) === 8;
  }
  const before = gap === 0 ? 0 : groups(text.slice(0, gap), false);
  const after = gap + 2 === text.length ? 0 : groups(text.slice(gap + 2), true);
  return before + after < 8;
}

/** The number of 16-bit groups; infinity if any of them is invalid. */
function groups(text: string, mayEndInIpv4: boolean): number {
  return text.split(':').reduce((count, group, n, all) => {
    if (GROUP.test(group)) {
      return count + 1;
    }
    return mayEndInIpv4 && n === all.length - 1 && isIpv4(group) ? count + 2 : Number.POSITIVE_INFINITY;
  }, 0);
}

/** Matches look-around, back references, script names and long counts, which only backtracking engines support. */
const OUTSIDE = /\\.|\[(?:[^\]\\]|\\.)*\]|\(\?(?:[=!]|<[=!]|[a-z-]+[:)])|\{(\d+)(?:,(\d*))?\}/gsu;

function isRegex(text: string): boolean {
  if (text.length > 1000 || !compiles(text) || /\\[pP]\{[^}]*=/.test(text)) {
    return false;
  }
  let steps = 1;
  for (const [token, least, most] of text.matchAll(OUTSIDE)) {
    if (token.startsWith('(?') || /^\\[k1-9]/.test(token)) {
      return false;
    }
    const count = Math.max(Number(least ?? 1), Number(most || 1));
    steps *= Math.max(count, 1);
    if (count > 1000) {
      return false;
    }
  }
  return steps <= 100_000;
}
