import type { Desk, DraftKind, KeptDraft, Onlooker } from '../api/contract'

/** What the mock gateway knows beside the conversations: who looks, and what was begun. */
export class MockDesk {
  readonly present = new Map<string, readonly Onlooker[]>()
  private readonly drafts = new Map<string, KeptDraft>()

  of(clerk: string, conversation: string): Desk {
    const kinds = ['reply', 'note'] as const
    return {
      present: this.present.get(conversation) ?? [],
      drafts: Object.fromEntries(
        kinds.flatMap((kind) => {
          const draft = this.drafts.get(key(clerk, conversation, kind))
          return draft ? [[kind, draft]] : []
        }),
      ),
    }
  }

  keep(clerk: string, conversation: string, { kind, text }: { kind: DraftKind; text: string }, at: string): void {
    if (text === '') this.drafts.delete(key(clerk, conversation, kind))
    else this.drafts.set(key(clerk, conversation, kind), { text, at })
  }

  draft(clerk: string, conversation: string, kind: DraftKind): string | undefined {
    return this.drafts.get(key(clerk, conversation, kind))?.text
  }
}

function key(clerk: string, conversation: string, kind: DraftKind): string {
  return `${clerk} ${conversation} ${kind}`
}
