/** Somebody whom the one at the workbench plays: the bot takes the roles from the message, in Development alone. */
export interface Player {
  key: 'manager' | 'owner' | 'agent';
  name: string;
  title: string;
  roles: string;
  about: string;
  suggestions: readonly string[];
}

const questions = [
  'How many tickets were created last month?',
  'Urgent tickets by category in the last 30 days',
  'Tickets per week over the last 3 months',
  'Median first reply time by channel last month',
];

export const players: readonly Player[] = [
  {
    key: 'manager', name: 'Mara Lindt', title: 'Manager', roles: 'analyst',
    about: 'An analyst: may ask for figures, and decides on no cluster.', suggestions: questions,
  },
  {
    key: 'owner', name: 'Priya Nair', title: 'Product owner', roles: 'productOwner,analyst',
    about: 'Approves or rejects the resolutions of clusters, and may ask for figures.', suggestions: ['review clusters', ...questions.slice(0, 2)],
  },
  {
    key: 'agent', name: 'Tom Ruiz', title: 'Agent', roles: 'agent',
    about: 'An agent: may neither ask for figures nor decide. Try it, and read what the bot says.', suggestions: ['review clusters', questions[0]!],
  },
];
