/** What a question comes to, or `instead` where it gives up with this kind of error. Any other error goes on its way. */
export function attempt<Answer, Instead>(GivesUp: new () => Error, ask: () => Answer, instead: (error: Error) => Instead): Answer | Instead {
  try {
    return ask();
  } catch (error) {
    if (error instanceof GivesUp) return instead(error);
    throw error;
  }
}
