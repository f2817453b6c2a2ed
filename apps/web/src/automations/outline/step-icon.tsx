import type { Node as Step } from "@besunny/rules/definition";
import {
  BellRing,
  CircleStop,
  FileType,
  FolderInput,
  FolderMinus,
  Hourglass,
  ListTodo,
  type LucideIcon,
  RefreshCw,
  Send,
  Split,
  Tag,
  Tags,
  TextCursorInput,
  Trash2,
  UserCheck,
  Webhook,
  Zap,
} from "lucide-react";

const ofKinds: Partial<Record<Step["kind"], LucideIcon>> = {
  approval: UserCheck,
  if: Split,
  branch: Split,
  wait: Hourglass,
  stop: CircleStop,
};

const ofActions: Record<string, LucideIcon> = {
  "set-type": FileType,
  "set-title": TextCursorInput,
  "add-tags": Tag,
  "remove-tags": Tags,
  "add-to-project": FolderInput,
  "remove-from-project": FolderMinus,
  "process-again": RefreshCw,
  trash: Trash2,
  notify: BellRing,
  "make-action-item": ListTodo,
  "send-webhook": Webhook,
  "http-request": Send,
};

/** The icon of a kind of step, or of an action. */
export function StepIcon({ of }: { of: { kind?: Step["kind"]; action?: string } }) {
  const Icon =
    (of.action === undefined ? undefined : ofActions[of.action]) ??
    (of.kind === undefined ? undefined : ofKinds[of.kind]) ??
    Zap;
  return <Icon aria-hidden className="size-4" />;
}
