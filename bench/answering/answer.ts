import type { Report } from "../report";
import { conversations } from "./conversations";
import { cuadClauses } from "./cuad-clauses";
import { floor } from "./floor";
import { judgedQuestions } from "./judged";
import { squadQuestions } from "./squad-questions";

type Options = {
  judged?: string;
  conversations?: string;
  floor?: string;
  squad?: string;
  cuad?: string;
  half?: string;
  limit?: string;
  data?: string;
  keep?: string;
  url?: string;
  only?: string;
};

/** Answers and searches of a running product, or of the reader alone (`--squad`, `--cuad`), judged against labelled sets. */
export async function answer(options: Options): Promise<Report> {
  const {
    judged,
    conversations: led,
    floor: searches,
    squad,
    cuad,
    half,
    limit,
    ...given
  } = options;
  if (judged) return judgedQuestions({ judged, ...given });
  if (led) return conversations({ conversations: led, ...given });
  if (searches) return floor({ floor: searches, ...given });
  if (squad) return squadQuestions(squad, limit);
  if (cuad) return cuadClauses(cuad, { half, limit });
  throw new Error(
    "Say what is judged: --judged FILE, --conversations FILE, --floor DIR, --squad FILE or --cuad DIR",
  );
}
