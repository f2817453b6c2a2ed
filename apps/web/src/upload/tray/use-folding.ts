import { type RefObject, useEffect, useState } from "react";

const restMs = 5000;

/**
 * Opens the tray when files are sent. Five seconds after all of them ended well it folds away by itself, unless a person is at it; what needs
 * somebody keeps it open.
 */
export function useFolding(
  tray: RefObject<HTMLElement | null>,
  { isSending, isSettled }: { isSending: boolean; isSettled: boolean },
) {
  const [isOpen, setIsOpen] = useState(false);
  const [isUnfolded, setIsUnfolded] = useState(false);
  useEffect(() => {
    if (isSending) setIsOpen(true);
  }, [isSending]);
  useEffect(() => {
    if (!isSettled || !isOpen || isUnfolded) return;
    const timer = setInterval(() => {
      if (!tray.current?.matches(":hover, :focus-within")) setIsOpen(false);
    }, restMs);
    return () => clearInterval(timer);
  }, [tray, isSettled, isOpen, isUnfolded]);
  useEffect(() => {
    if (!isSettled) setIsUnfolded(false);
  }, [isSettled]);

  return {
    isOpen,
    isPill: isSettled && !isOpen,
    /** A tray that a person unfolded stays open until they fold it. */
    toggle() {
      setIsUnfolded(!isOpen);
      setIsOpen(!isOpen);
    },
  };
}
