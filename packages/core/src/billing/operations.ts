import { findInvoice } from "./find-invoice";
import { getBilling } from "./get-billing";
import { getInvoiceFile } from "./get-invoice-file";
import { issueInvoice } from "./issue-invoice";
import { keepCustomer } from "./keep-customer";
import { listInvoices } from "./list-invoices";
import { openPortal } from "./open-portal";
import { previewInvoice } from "./preview-invoice";
import { readBilling } from "./read-billing";
import { startCheckout } from "./start-checkout";
import { tellStanding } from "./tell-standing";

/** Every operation of the slice. */
export const billingOperations = [
  findInvoice,
  getBilling,
  getInvoiceFile,
  issueInvoice,
  keepCustomer,
  listInvoices,
  openPortal,
  previewInvoice,
  readBilling,
  startCheckout,
  tellStanding,
] as const;
