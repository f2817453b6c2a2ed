"use client";

/** The look of the axes in every chart. */
export const axisLook = {
  stroke: "var(--n8)",
  tick: { fill: "var(--n11)", fontSize: 12 },
  tickLine: false,
  axisLine: false,
} as const;

export const tooltipLook = {
  contentStyle: {
    background: "var(--raised)",
    border: "1px solid var(--n6)",
    borderRadius: 6,
    color: "var(--n12)",
    fontSize: 12,
  },
  labelStyle: { color: "var(--n11)" },
  itemStyle: { color: "var(--n12)" },
  cursor: { fill: "var(--n4)" },
  isAnimationActive: false,
} as const;
