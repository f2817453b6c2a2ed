type Question = { challenge: string };

/** Lets the browser sign a question with a passkey. Rejects if the person would not. The library is loaded only now. */
export async function signWithPasskey(question: object) {
  const { startAuthentication } = await import("@simplewebauthn/browser");
  const { id, rawId, type, response } = await startAuthentication({
    optionsJSON: asQuestion<Parameters<typeof startAuthentication>[0]["optionsJSON"]>(question),
  });
  return { id, rawId, type, response };
}

/** Lets the browser make a passkey. Rejects if the person would not. */
export async function makePasskey(question: object) {
  const { startRegistration } = await import("@simplewebauthn/browser");
  const { id, rawId, type, response } = await startRegistration({
    optionsJSON: asQuestion<Parameters<typeof startRegistration>[0]["optionsJSON"]>(question),
  });
  const { clientDataJSON, attestationObject, transports = [] } = response;
  return { id, rawId, type, response: { clientDataJSON, attestationObject, transports } };
}

/** The server makes the questions with the same library. */
function asQuestion<Options extends Question>(question: object): Options {
  return question as Options;
}
