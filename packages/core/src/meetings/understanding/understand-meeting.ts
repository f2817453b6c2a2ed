import type { MeetingFindings } from "@besunny/ai/meetings/meeting";
import { meetingOf, type Turn } from "@besunny/document-model/transcripts/meeting-turns";
import { z } from "zod";
import { readModel } from "../../content/contract/parsed-document-file";
import { documentId } from "../../ids";
import { flow } from "../../operation/flow";
import { findPolicy } from "../../redaction/find-policy";
import { aiOfDocument } from "../../search/contract/ai-of-document";
import { nothing } from "../../shapes";
import { placedAgain } from "../contract/keep";
import { namedTurns, voicesOf } from "../contract/speakers";
import { findToUnderstand, type ToUnderstand } from "./find-to-understand";
import { recordMeeting } from "./record-meeting";
import { withdrawMeeting } from "./withdraw-meeting";

/**
 * Understands the meeting of a transcript: what was talked about, decided and promised, each with its turn and second. What people have changed
 * stays. A document that is no transcript has no meeting.
 */
export const understandMeeting = flow("meetings.understand-meeting", {
  title: "Understand a meeting",
  permission: "document.process",
  input: z.object({ documentId }),
  output: nothing,
  doors: [],
  uses: ["files", "ai"],
  audit: { notAudited: "Recording the meeting is audited." },

  async handle({ caller, files, ai, signal, clock }, { documentId: id }) {
    const found = await findToUnderstand(caller, { documentId: id });
    if (!found?.document.modelKey) return;
    const { document } = found;
    const model = await readModel(files, found.document.modelKey);
    const written = meetingOf(model);
    if (!written) {
      if (found.meeting) await withdrawMeeting(caller, { documentId: id });
      return;
    }
    const voices = voicesOf(written, found.meeting && { ...found.meeting, turns: found.turns });
    const turns = namedTurns(written, voices);
    const { barred } = await findPolicy(caller, { ids: [id] });
    const title = titleOf(found, model.metadata.title);
    const findings = await aiOfDocument(ai, document).understandMeeting(
      {
        title,
        fileName: document.fileName,
        text: model.text,
        turns,
        heldOn: knownDay(found.meeting),
        people: found.people.map(({ name }) => name),
        wantsTone: found.wantsTone,
        ...(barred.includes(id) && { mayLeave: false }),
      },
      signal,
    );
    await recordMeeting(caller, {
      documentId: id,
      modelKey: found.document.modelKey,
      title,
      findings,
      turns: turns.map(({ number, startMs, endMs, isTimeGuessed, span, marks = [] }) => ({
        number,
        speaker: voices.speakerOf.get(number) ?? null,
        startMs,
        endMs,
        isTimeGuessed,
        isMoved: voices.moved.has(number),
        spanStart: span[0],
        spanEnd: span[1],
        marks: marks.map(([place, ms]): [number, number] => [place, ms]),
      })),
      speakers: voices.speakers,
      placed: found.kept.map(({ id: keptId, kind, evidence }) => ({
        id: keptId,
        kind,
        evidence: placedAgain(evidence, model.text, turnAt(turns)),
      })),
      producer: findings.producedBy,
      understoodAt: clock(),
      people: found.people,
      seconds: secondsOf(turns, findings),
    });
  },
});

/** The day that a person or the calendar has set; what was read from the transcript is read again. */
function knownDay(meeting: ToUnderstand["meeting"]): string | null {
  if (!meeting?.beganAt || meeting.beganBy === "said") return null;
  return meeting.beganAt.toISOString().slice(0, 10);
}

function titleOf({ meeting, document }: ToUnderstand, written: string | undefined): string {
  const isFromCalendar = meeting?.eventExternalId && written === undefined;
  if (meeting && (meeting.isTitleCorrected || isFromCalendar)) return meeting.title;
  return (written ?? document.title).slice(0, 300);
}

function turnAt(turns: readonly Turn[]) {
  return (place: number) => {
    const turn = turns.find(({ span }) => span[0] <= place && place < span[1]);
    if (!turn) return null;
    const marked = turn.marks?.findLast(([offset]) => offset <= place);
    return { number: turn.number, atMs: marked?.[1] ?? turn.startMs };
  };
}

/** Times that begin later than this are times of the day, not of a recording. */
const LATEST_BEGINNING_MS = 3_600_000;

function secondsOf(turns: readonly Turn[], { speakers }: MeetingFindings): number | null {
  const last = turns.reduce((most, { startMs, endMs }) => Math.max(most, endMs ?? startMs ?? 0), 0);
  const first = turns.find(({ startMs }) => startMs !== null)?.startMs ?? 0;
  if (last > 0) return Math.round((last - (first > LATEST_BEGINNING_MS ? first : 0)) / 1_000);
  const spoken = speakers.reduce((sum, { seconds }) => sum + (seconds ?? 0), 0);
  return spoken > 0 ? spoken : null;
}
