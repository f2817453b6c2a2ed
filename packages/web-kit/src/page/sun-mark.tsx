/** The half-risen sun: the mark of the house. Put the name beside it. */
export function SunMark({ className = "size-5" }: { className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 24 24" className={className}>
      <circle cx="12" cy="12" r="9" fill="none" strokeWidth="2" className="stroke-n12" />
      <path d="M12 3a9 9 0 0 1 0 18z" className="fill-accent" />
      <path d="M12 3v18" strokeWidth="2" className="stroke-n12" />
    </svg>
  );
}
