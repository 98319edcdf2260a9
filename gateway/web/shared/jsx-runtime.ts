import { type Attributes, type ComponentType, createElement, type VNode } from 'preact'

/*
 * What JSX compiles to. Preact's own runtime also normalises what old React code writes; ours needs none of that, and
 * the script on a town's page is smaller without it.
 */
export { Fragment } from 'preact'

export function jsx(type: string | ComponentType, props: Attributes, key?: unknown): VNode {
  return createElement(type as ComponentType, key === undefined ? props : ({ ...props, key } as Attributes))
}

export { jsx as jsxs }
