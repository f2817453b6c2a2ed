import { Specimen } from "./specimen";

const neutrals = Array.from({ length: 12 }, (_, step) => `n${step + 1}`);
const meanings = ["good", "attention", "bad", "info", "accent"];

/** The tokens as they are in the theme that is on. */
export function Colours() {
  return (
    <>
      <Specimen name="Neutrals">
        {neutrals.map((name) => (
          <span key={name} className="flex flex-col items-center gap-1 text-n11 text-xs">
            <span className="size-10 rounded-md border" style={{ background: `var(--${name})` }} />
            {name}
          </span>
        ))}
      </Specimen>
      <Specimen name="Accent and meanings">
        {meanings.map((name) => (
          <span
            key={name}
            className="rounded-md px-3 py-2 font-medium"
            style={{
              background: `var(--${name}-soft)`,
              color: `var(--${name === "accent" ? "accent-strong" : name})`,
            }}
          >
            {name}
          </span>
        ))}
        <mark>marked words</mark>
      </Specimen>
      <Specimen name="Type">
        <p className="w-full font-semibold text-xl">Title 20 px, figures 0123456789</p>
        <p className="w-full font-semibold text-lg">Heading 16 px</p>
        <p className="w-full max-w-[65ch] text-base">
          Body 14 px. Every statement leads to the words it rests on, on the right page; what the
          documents do not say is not made up.
        </p>
        <p className="w-full text-sm">Tables 13 px</p>
        <p className="w-full text-n11 text-xs">Meta 12 px</p>
        <p dir="auto" className="w-full">
          من اليمين إلى اليسار
        </p>
      </Specimen>
    </>
  );
}
