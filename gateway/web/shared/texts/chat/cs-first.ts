/** What is said before any other words are there: they come with the script. */
export const csFirst = {
  title: 'Okénko úřadu',
  loading: 'Otevíráme okénko…',
  unreachable: 'Nepodařilo se spojit s úřadem. Zkoušíme to dál.',
  blocked: 'Chat tu teď není k dispozici. Obraťte se prosím přímo na úřad.',
  retry: 'Zkusit znovu',
} as const
