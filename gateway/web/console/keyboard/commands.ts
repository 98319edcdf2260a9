/** Something that can be done or gone to. */
export interface Command {
  readonly key: string
  readonly name: string
  readonly group: string
  readonly run: () => void
}

const ACTIONS = '.offer button, .conversation :is(.actions, .claim, .circumstances, .composer) button'
const SCREENS = '.rail :is(.rail-nav, .menu-sheet) a'

/** The buttons and links a screen has, also those folded away: who adds one adds a command. */
export function commandsOn(screen: ParentNode, groups: { readonly action: string; readonly screen: string }): readonly Command[] {
  const collect = (selector: string, group: string) =>
    [...screen.querySelectorAll<HTMLElement>(selector)]
      .filter((control) => !control.hasAttribute('aria-expanded') && control.getAttribute('aria-disabled') !== 'true')
      .map((control, at) => ({
        key: `${group} ${at}`,
        name: (control.getAttribute('aria-label') ?? control.textContent ?? '').trim(),
        group,
        run: () => {
          if (control.isConnected) control.click()
        },
      }))
  return [...collect(ACTIONS, groups.action), ...collect(SCREENS, groups.screen)]
}

/** Commands whose names have all the words that were typed; accents and case do not matter. */
export function found(commands: readonly Command[], typed: string): readonly Command[] {
  const words = folded(typed).split(/\s+/).filter(Boolean)
  return commands.filter((command) => words.every((word) => folded(command.name).includes(word)))
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
