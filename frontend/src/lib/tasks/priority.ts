/** What a task has that asks for nothing else, of 0 to 9. */
export const USUAL_PRIORITY = 5;
