import { ReadingError } from "./reading-error";

export function corrupt(what: string, cause?: unknown): ReadingError {
  return new ReadingError(
    "CORRUPT",
    `${what} is damaged and could not be read.`,
    "Open it in the program that made it and save it again. Then upload the new copy.",
    { cause },
  );
}

export function encrypted(what: string): ReadingError {
  return new ReadingError(
    "ENCRYPTED",
    `${what} is protected by a password.`,
    "Give its password, or upload a copy saved without one.",
  );
}

export function empty(what: string): ReadingError {
  return new ReadingError(
    "EMPTY",
    `${what} holds no text.`,
    "Check that it is the right file; if it is a picture of text, upload a clearer copy.",
  );
}

export function tooLarge(why: string): ReadingError {
  return new ReadingError("TOO_LARGE", why, "Split the file into smaller ones and upload those.");
}

export function unsupported(what: string, remedy?: string): ReadingError {
  return new ReadingError(
    "UNSUPPORTED_TYPE",
    `${what} cannot be read as a document.`,
    remedy ?? "Save it as PDF, an Office document, text or an image and upload that.",
  );
}

/** Says that a recording has no words before a server has written them down. */
export function notTranscribed(): ReadingError {
  return new ReadingError(
    "NO_TRANSCRIPTION",
    "This is a recording, and no server is set up that writes down what is said in it.",
    "Ask who runs BeSunny to set TRANSCRIPTION_MODEL, then try again. Or upload the transcript as VTT, SRT or text.",
  );
}

export function silent(): ReadingError {
  return new ReadingError(
    "EMPTY",
    "The recording holds no sound.",
    "Check that it is the right file, and upload a recording with a sound track.",
  );
}
