export type Culture = keyof typeof NAMES;
export type Names = readonly [string, ...string[]];

/** Family names are those that do not change with who bears them. */
export const NAMES = {
  german: {
    language: 'de',
    given: list(
      'Anna Lena Jonas Lukas Katharina Felix Miriam Tobias Sophie Jan Franziska Moritz Clara Stefan Johanna Matthias Hannah Florian Greta Sebastian Ulrike Andreas Heike Markus Nele Philipp',
    ),
    family: list(
      'Vogt Hoffmann Krüger Lehmann Brandt Seidel Winkler Schreiber Kuhn Arnold Ziegler Hartmann Pohl Engel Busch Kaiser Lorenz Böhm Franke Albrecht Sommer Beck Haas Graf Keller Roth',
    ),
  },
  british: {
    language: 'en',
    given: list(
      'Alice Oliver Emily Harry Charlotte George Imogen Thomas Grace James Eleanor Edward Poppy Callum Freya Rhys Isla Duncan Beth Owen Fiona Alistair Hazel Lewis',
    ),
    family: list(
      'Ashworth Bennett Carter Dawson Ellis Fletcher Griffiths Hughes Ingram Jenkins Kerr Lloyd Marsh Norris Osborne Palmer Reid Shaw Turner Walsh Whitaker Yates Barlow Crawford',
    ),
  },
  american: {
    language: 'en',
    given: list(
      'Madison Tyler Jasmine Marcus Ashley Brandon Denise Kevin Monica Andre Taylor Jordan Rachel Derek Naomi Caleb Brianna Wesley Tamara Ethan Dana Trevor Gloria Nathan',
    ),
    family: list(
      'Anderson Brooks Coleman Davis Foster Greene Harper Jackson Kim Lewis Mitchell Nguyen Parker Ramirez Simmons Thompson Wallace Washington Young Hayes Pierce Reyes Sullivan Chen',
    ),
  },
  indian: {
    language: 'hi',
    given: list(
      'Aditi Arjun Priya Rohan Kavya Vikram Ananya Karthik Meera Sanjay Deepa Nikhil Lakshmi Rahul Ishita Suresh Pooja Aditya Divya Harish Neha Varun Shreya Manoj',
    ),
    family: list(
      'Agarwal Bhat Chandra Desai Gupta Iyer Joshi Kapoor Kulkarni Menon Mishra Nair Patel Rao Reddy Sharma Singh Srinivasan Subramanian Varma Banerjee Pillai Shetty Mehta',
    ),
  },
  polish: {
    language: 'pl',
    given: list(
      'Agnieszka Piotr Katarzyna Tomasz Magdalena Marcin Joanna Paweł Zofia Krzysztof Ewa Michał Natalia Jakub Karolina Bartosz Monika Wojciech Alicja Szymon',
    ),
    family: list(
      'Nowak Wójcik Kaczmarek Mazur Krawczyk Zając Król Wieczorek Wróbel Pawlak Walczak Stępień Michalak Duda Sikora Baran Szewczyk Pietrzak Bąk Lis',
    ),
  },
  spanish: {
    language: 'es',
    given: list(
      'Lucía Javier Carmen Pablo Elena Diego Marta Sergio Laura Álvaro Inés Rubén Nuria Andrés Paula Iker Beatriz Hugo Rocío Gonzalo',
    ),
    family: list(
      'García Navarro Ortega Molina Delgado Serrano Iglesias Medina Cortés Castillo Garrido Vega Campos Peña Fuentes Carrasco Aguilar Reyes Herrero Pascual',
    ),
  },
  brazilian: {
    language: 'pt',
    given: list(
      'Ana Bruno Camila Rafael Juliana Thiago Larissa Gustavo Fernanda Leandro Beatriz Caio Mariana Rodrigo Patrícia Vinícius Letícia Renato Tatiane Murilo',
    ),
    family: list(
      'Almeida Barbosa Cardoso Carvalho Costa Dias Fernandes Gomes Lima Machado Martins Moreira Nascimento Oliveira Pereira Ribeiro Rocha Santos Souza Teixeira',
    ),
  },
  nigerian: {
    language: 'yo',
    given: list(
      'Adaeze Chinedu Folake Emeka Ngozi Tunde Amara Ibrahim Zainab Kelechi Temitope Obinna Yewande Segun Halima Uche Bukola Femi Chidinma Musa',
    ),
    family: list(
      'Adeyemi Balogun Chukwu Danjuma Eze Fashola Ibe Johnson Lawal Mohammed Nwosu Obi Ogunleye Okafor Okonkwo Olawale Oyelaran Sanusi Uzor Yusuf',
    ),
  },
  turkish: {
    language: 'tr',
    given: list('Elif Emre Zeynep Mehmet Ayşe Burak Derya Can Selin Murat Defne Kerem'),
    family: list('Yılmaz Demir Kaya Şahin Çelik Aydın Arslan Doğan Koç Polat Kurt Özkan'),
  },
  ukrainian: {
    language: 'uk',
    given: list('Oksana Dmytro Iryna Andrii Nadiia Taras Olena Bohdan Kateryna Maksym Yuliia Serhii'),
    family: list(
      'Shevchenko Kovalenko Bondarenko Tkachenko Moroz Lysenko Savchenko Petrenko Melnyk Hrytsenko Kravets Marchenko',
    ),
  },
  arabic: {
    language: 'ar',
    given: list('Samira Omar Layla Karim Nour Youssef Amal Tarek Rania Hassan Dina Bilal'),
    family: list('Haddad Mansour Khalil Nasser Aziz Farouk Saleh Najjar Hamdan Rahman Sabbagh Darwish'),
  },
  vietnamese: {
    language: 'vi',
    given: list('Linh Minh Thao Duc Huong Tuan Mai Khanh Phuong Quang Trang Hieu'),
    family: list('Nguyen Tran Le Pham Vo Dang Bui Do Ngo Duong Ly Hoang'),
  },
} as const satisfies {
  [culture: string]: { readonly language: string; readonly given: Names; readonly family: Names };
};

function list(names: string): Names {
  const [first = '', ...others] = names.split(' ');
  return [first, ...others];
}
