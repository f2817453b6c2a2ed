type Given = {
  /** Returns the name of a time such as 1:05, for those who hear the page. */
  words: (time: string) => string;
  onPlay: (ms: number) => void;
};

/**
 * Makes the time buttons of a transcript play its recording, and names them. Without this they are not shown. Returns a function that ends it.
 */
export function playTimes(body: HTMLElement, { words, onPlay }: Given): () => void {
  for (const button of body.querySelectorAll<HTMLElement>("button[data-ms]"))
    button.setAttribute("aria-label", words(button.dataset.time ?? ""));
  const play = ({ target }: Event) => {
    const ms = timeIn(target);
    if (ms !== null) onPlay(ms);
  };
  body.dataset.playable = "";
  body.addEventListener("click", play);
  return () => {
    delete body.dataset.playable;
    body.removeEventListener("click", play);
  };
}

function timeIn(target: EventTarget | null): number | null {
  const button = target instanceof Element ? target.closest<HTMLElement>("button[data-ms]") : null;
  return button ? Number(button.dataset.ms) : null;
}
