import { expect, test } from 'vitest';
import { withCurlyQuotes } from './quotes';

test.each([
  ["The queue 'mill' is paused.", 'The queue “mill” is paused.'],
  ["'a' or 'b', not 'c'", '“a” or “b”, not “c”'],
  ["its parameters ('x')", 'its parameters (“x”)'],
  ['The queue "mill" is there already.', 'The queue “mill” is there already.'],
  ["It is somebody else's.", 'It is somebody else’s.'],
  ["The workers' time", "The workers' time"],
  ['{"a": 1}', '{"a": 1}'],
])('%s reads %s on a screen', (text, shown) => {
  expect(withCurlyQuotes(text)).toBe(shown);
});
