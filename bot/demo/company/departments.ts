/** Titles from level 1 to 5, of those who work in the subject and of those who lead people. */
export interface Department {
  readonly name: string;
  readonly share: number;
  readonly titles: readonly [string, string, string, string, string];
  /** From level 2 up; nobody at level 1 leads. */
  readonly leads: readonly [string, string, string, string];
  readonly skills: readonly string[];
}

const skills = (list: string): readonly string[] => list.split(', ');

/** Useful everywhere. */
export const COMMON_SKILLS: readonly string[] = skills(
  'Negotiating, Facilitating workshops, Writing clearly, Planning a project, Managing stakeholders, Interviewing candidates, Running good meetings, Coaching, Presenting figures, Prioritising',
);

export const DEPARTMENTS: readonly [Department, ...Department[]] = [
  {
    name: 'Platform engineering',
    share: 14,
    titles: [
      'Junior engineer',
      'Platform engineer',
      'Senior platform engineer',
      'Staff engineer',
      'Distinguished engineer',
    ],
    leads: ['Technical lead', 'Team lead, platform', 'Engineering manager', 'VP of platform engineering'],
    skills: skills(
      'Kubernetes, Terraform, Go, Linux, PostgreSQL, Observability, CI/CD, Azure, Networking, Rust, Kafka, Incident response, Performance tuning, Python',
    ),
  },
  {
    name: 'Product engineering',
    share: 18,
    titles: [
      'Junior developer',
      'Software developer',
      'Senior developer',
      'Principal developer',
      'Chief architect',
    ],
    leads: ['Feature lead', 'Team lead, product', 'Development manager', 'VP of product engineering'],
    skills: skills(
      'TypeScript, React, Accessibility, GraphQL, C#, .NET, Testing, API design, SQL, Domain-driven design, Mobile development, Code review, Java, Web performance',
    ),
  },
  {
    name: 'Data',
    share: 7,
    titles: [
      'Data analyst',
      'Data engineer',
      'Senior data scientist',
      'Principal data scientist',
      'Chief data scientist',
    ],
    leads: ['Analytics lead', 'Team lead, data', 'Head of analytics', 'VP of data'],
    skills: skills(
      'Machine learning, Statistics, Power BI, Data modelling, Python, SQL, Experimentation, Spark, Forecasting, Data governance, dbt',
    ),
  },
  {
    name: 'Design',
    share: 5,
    titles: [
      'Junior designer',
      'Product designer',
      'Senior product designer',
      'Principal designer',
      'Chief designer',
    ],
    leads: ['Design lead', 'Team lead, design', 'Design manager', 'VP of design'],
    skills: skills(
      'User research, Interaction design, Design systems, Prototyping, Accessibility, Visual design, Content design, Figma, Service design',
    ),
  },
  {
    name: 'Product management',
    share: 6,
    titles: [
      'Associate product manager',
      'Product manager',
      'Senior product manager',
      'Principal product manager',
      'Product strategist',
    ],
    leads: ['Product lead', 'Group product manager', 'Director of product', 'Chief product officer'],
    skills: skills(
      'Roadmapping, Product discovery, Pricing, Market research, OKRs, Backlog management, User interviews, Go-to-market, Experimentation',
    ),
  },
  {
    name: 'Customer support',
    share: 14,
    titles: [
      'Support agent',
      'Support specialist',
      'Senior support specialist',
      'Escalation expert',
      'Support architect',
    ],
    leads: ['Shift lead', 'Team lead, support', 'Support manager', 'VP of customer support'],
    skills: skills(
      'De-escalation, Troubleshooting, Knowledge base writing, CRM systems, Root cause analysis, Customer onboarding, Service levels, Call coaching, SQL',
    ),
  },
  {
    name: 'Sales',
    share: 12,
    titles: [
      'Sales development representative',
      'Account executive',
      'Senior account executive',
      'Key account director',
      'Enterprise sales principal',
    ],
    leads: ['Sales lead', 'Regional sales lead', 'Sales manager', 'Chief revenue officer'],
    skills: skills(
      'Prospecting, Discovery calls, Contract negotiation, Forecasting, Salesforce, Presenting to executives, Partner management, Tenders, Account planning',
    ),
  },
  {
    name: 'Marketing',
    share: 7,
    titles: [
      'Marketing assistant',
      'Marketing specialist',
      'Senior marketing specialist',
      'Brand strategist',
      'Marketing principal',
    ],
    leads: ['Campaign lead', 'Team lead, marketing', 'Marketing manager', 'Chief marketing officer'],
    skills: skills(
      'Copywriting, SEO, Brand management, Event planning, Marketing automation, Market research, Social media, Web analytics, Press relations',
    ),
  },
  {
    name: 'Finance',
    share: 6,
    titles: ['Accounting clerk', 'Accountant', 'Senior controller', 'Finance principal', 'Treasurer'],
    leads: ['Accounting lead', 'Team lead, finance', 'Finance manager', 'Chief financial officer'],
    skills: skills(
      'Budgeting, Excel modelling, IFRS, Controlling, Tax, Forecasting, Procurement, SAP, Internal audit',
    ),
  },
  {
    name: 'People and culture',
    share: 4,
    titles: ['HR assistant', 'HR specialist', 'Senior HR partner', 'HR principal', 'Organisation designer'],
    leads: ['Recruiting lead', 'Team lead, people', 'People manager', 'Chief people officer'],
    skills: skills(
      'Recruiting, Labour law, Learning programmes, Interviewing candidates, Mediation, Works council relations, Payroll, Coaching',
    ),
  },
  {
    name: 'IT and security',
    share: 7,
    titles: [
      'Service desk agent',
      'System administrator',
      'Security engineer',
      'Security architect',
      'Principal security architect',
    ],
    leads: ['Service desk lead', 'Team lead, IT', 'IT manager', 'Chief information officer'],
    skills: skills(
      'Microsoft 365, Entra ID, Incident response, Threat modelling, Linux, Networking, Endpoint management, Penetration testing, ISO 27001, PowerShell',
    ),
  },
];
