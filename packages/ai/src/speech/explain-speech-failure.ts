import { isModelGone, statusOf } from "../outside/failures";
import { RedactionRefused } from "../outside/outside-call";
import { OutsideRefused } from "../outside/outside-refused";
import { UnusableSpeech } from "./heard-answer";
import { TranscriptionFailed } from "./transcriber";

const LATER = "Try again later. If it goes on, ask who runs BeSunny to look at the server.";
const SETTINGS = "Ask who runs BeSunny to correct the settings of transcription, then try again.";

/** Returns why a piece was not written down. Repeats nothing that the server wrote. */
export function explainSpeechFailure(error: unknown, model: string): TranscriptionFailed {
  const because = { cause: error };
  const failed = (
    code: TranscriptionFailed["code"],
    message: string,
    remedy: string,
  ): TranscriptionFailed => new TranscriptionFailed(code, message, remedy, because);

  if (error instanceof RedactionRefused)
    return failed(
      "NO_TRANSCRIPTION",
      `The recording was not sent. ${error.message}`,
      "Upload its transcript as VTT, SRT or text, or ask an owner or admin to change the rules for what is sent.",
    );
  if (error instanceof OutsideRefused && error.by !== "breaker")
    return failed(
      "QUOTA_EXCEEDED",
      `The recording was not sent. ${error.message}`,
      "Then try again.",
    );
  if (error instanceof OutsideRefused)
    return failed("PROVIDER_UNAVAILABLE", "The server for speech does not answer.", LATER);
  if (error instanceof UnusableSpeech)
    return failed(
      "PROVIDER_UNAVAILABLE",
      "The server for speech gave an answer that is no transcript.",
      LATER,
    );
  const status = statusOf(error);
  if (isModelGone(error))
    return failed(
      "NO_TRANSCRIPTION",
      `The server for speech has no model named ${model}, or has switched it off.`,
      SETTINGS,
    );
  if (status === 401 || status === 403)
    return failed("NO_TRANSCRIPTION", "The server for speech refuses the key.", SETTINGS);
  if (status === 429)
    return failed(
      "PROVIDER_UNAVAILABLE",
      "The server for speech takes no more requests for now: a rate limit is reached or its account has no credit.",
      LATER,
    );
  if (status !== null && status < 500)
    return failed(
      "NO_TRANSCRIPTION",
      `The server for speech refused the recording (${status}).`,
      "Save the recording as M4A, MP3 or WAV and upload that, or upload its transcript.",
    );
  return failed("PROVIDER_UNAVAILABLE", "The server for speech does not answer.", LATER);
}
