import { speakerColour } from "./speaker-colour";

/** The colour of a speaker, beside their name. */
export function SpeakerDot({ number }: { number: number | null }) {
  return (
    <span
      aria-hidden
      className="inline-block size-2 shrink-0 rounded-full"
      style={{ background: speakerColour(number) }}
    />
  );
}
