import { z } from "zod";
import { actorIdOf } from "../../access/actor";
import { heldAmong, refuseHeld } from "../../documents/contract/holding/held";
import { patternOf, Subject } from "../../documents/contract/holding/subject";
import { AppError, conflict } from "../../errors";
import { erasureConfirmed } from "../../events";
import { refuseHeldPerson } from "../../identity/contract/refuse-held-person";
import { privacyRequestId } from "../../ids";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";
import { Choice, Choices } from "../contract/request";
import { openRequest } from "./open-request";

const MOST = 50_000;

/** Confirms an erasure as a second person. Then it begins and cannot be stopped. A hold on the person, or on a document to delete, refuses. */
export const confirmErasure = command("privacy.confirm-erasure", {
  title: "Confirm the erasure of a person",
  permission: "privacy.manage",
  input: z.object({ id: privacyRequestId }),
  output: nothing,
  doors: ["web"],
  stepUp: true,

  async handle(tools, { id }) {
    const {
      privacyRequests,
      traces,
      legalHolds,
      members,
      actor,
      clock,
      emit,
      changed,
      workspaceId,
    } = tools;
    const request = await openRequest(tools, id);
    if (request.kind !== "erase") conflict("Only an erasure is confirmed");
    if (actorIdOf(actor) === request.createdById)
      throw new AppError("FORBIDDEN", "A second person confirms an erasure", {
        hint: "Ask another owner or admin of the workspace.",
      });
    if (request.userId) refuseHeldPerson(await legalHolds.onPerson(request.userId, clock()));
    const choices = Choices.parse(request.choices);
    const rest = Choice.nullable().parse(request.rest);
    const found = await traces.listDocuments(
      patternOf(Subject.parse(request.subject)),
      request.userId,
      MOST,
    );
    const seen = [...new Set(found.filter((each) => each.isSeen).map((each) => each.documentId))];
    const open = seen.filter((each) => !choices[each] && !rest);
    if (open.length > 0)
      conflict(`${open.length} documents have no choice yet`, "Say what becomes of each.");
    const toDelete = seen.filter((each) => (choices[each] ?? rest)?.kind === "delete");
    refuseHeld(tools, await heldAmong(tools, toDelete));
    const member = request.userId ? await members.find(request.userId) : null;
    if (member?.role === "owner" && (await members.countOwners()) === 1)
      conflict("A workspace needs an owner", "Make somebody else an owner first.");
    await privacyRequests.change(id, {
      state: "working",
      choices: Object.fromEntries(
        seen.flatMap((each) => {
          const choice = choices[each] ?? rest;
          return choice ? [[each, choice]] : [];
        }),
      ),
      confirmedById: actorIdOf(actor),
      confirmedAt: clock(),
    });
    changed({ subject: id, before: { state: "open" }, after: { state: "working" } });
    emit(erasureConfirmed.of({ workspaceId, requestId: id }));
  },
});
