import { z } from "zod";

import { AppError } from "../errors";
import { flow } from "../operation/flow";
import { getWorkspace } from "../workspaces/get-workspace";
import { statementOf } from "./contract/statement-of";
import { findInvoice } from "./find-invoice";
import { previewInvoice } from "./preview-invoice";

/** Returns an invoice as PDF, or, without an id, what this month costs by now. Throws `NOT_FOUND`. */
export const getInvoiceFile = flow("billing.get-invoice-file", {
  title: "Download an invoice",
  permission: "workspace.update",
  input: z.object({ id: z.string().max(60).optional(), month: z.iso.date().optional() }),
  output: z.object({ fileName: z.string(), base64: z.string() }),
  doors: ["web"],
  uses: ["reportFiles"],
  audit: { notAudited: "It shows what its caller may list." },

  async handle({ caller, clock, reportFiles }, { id, month }) {
    const { name: about } = await getWorkspace(caller, {});
    const invoice = id ? await findInvoice(caller, { id }) : null;
    const shown = invoice ?? (await previewInvoice(caller, { ...(month && { month }) }));
    if (!shown) throw new AppError("NOT_FOUND", "There is no plan to make an invoice of");
    const statement = statementOf(shown, { about, number: invoice?.number ?? null, at: clock() });
    const file = await reportFiles.statement(statement);
    return {
      fileName: `${statement.title.toLowerCase().replaceAll(/[^a-z0-9-]+/g, "-")}.pdf`,
      base64: Buffer.from(file).toString("base64"),
    };
  },
});
