"use client";

import type { Meeting } from "../meeting";
import { Actions } from "./actions";
import { Decisions } from "./decisions";
import { Documents } from "./documents";
import { Questions, Tones, Topics } from "./found-lists";
import { Outcome } from "./outcome";
import { Summary } from "./summary";
import { UnderstoodBy } from "./understood-by";

/** All that was found in a meeting, the most asked for first. */
export function FindingsPanel({ meeting }: { meeting: Meeting }) {
  return (
    <>
      <UnderstoodBy meeting={meeting} />
      <Summary meeting={meeting} />
      <Actions meeting={meeting} />
      <Decisions meeting={meeting} />
      <Questions meeting={meeting} />
      <Outcome meeting={meeting} />
      <Topics meeting={meeting} />
      <Documents meeting={meeting} />
      <Tones meeting={meeting} />
    </>
  );
}
