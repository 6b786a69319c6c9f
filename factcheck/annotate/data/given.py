"""Common given names of many languages, for telling a person from a thing; general knowledge."""

from __future__ import annotations

from functools import cache

_GIVEN = """
Aaron Abdul Abdullah Abigail Abraham Adam Adrian Agnes Ahmad Ahmed Aidan Aisha Alain Alan Albert
Alec Alejandro Aleksandr Alex Alexander Alexandra Alexei Alexey Alfie Alfred Ali Alice Alicia
Alison Allan Allen Alyssa Amal Amanda Amber Amelia Amir Amy Ana Anastasia Anders Andre Andrea
Andreas Andrei Andrew Andrey Andriy Andrzej Andy Angela Angelina Angus Anita Ann Anna Anne Annie
Anthony Anton Antonio Antony Anwar Archie Arnold Arthur Ashley Asif Audrey Austin Ava Barack
Barbara Barry Bashar Beata Ben Benjamin Benny Bernard Bernie Beth Betty Bill Billy Bjorn Bob Bobby
Boris Brad Bradley Brandon Brenda Brendan Brett Brian Bridget Brigitte Brooke Bruce Bruno Bryan
Byron Caitlin Calvin Cameron Camille Carl Carla Carlo Carlos Carol Caroline Carolyn Carter
Catherine Cathy Cecilia Cesar Chad Charles Charlie Charlotte Charlton Chelsea Cheryl Chloe Chris
Christian Christina Christine Christophe Christopher Chuck Cindy Claire Clara Clare Claude Claudia
Clint Clive Colin Colleen Connor Conor Craig Cristiano Crystal Curtis Cynthia Cyril Damian Damien
Dan Daniel Daniela Danielle Danny Darren Dave David Dawn Dean Debbie Deborah Debra Denis Denise
Dennis Derek Diana Diane Diego Dieter Dimitri Dmitri Dmitriy Dmitry Dominic Dominique Don Donald
Donna Doris Dorothy Doug Douglas Duncan Dustin Dylan Eddie Edgar Edith Eduardo Edward Edwin Eileen
Elaine Eleanor Elena Eli Elijah Elisabeth Elissa Elizabeth Ella Ellen Ellie Elliot Elon Elton Emil
Emily Emma Emmanuel Enrique Eric Erica Erik Erika Erin Ernest Ernie Esther Ethan Eugene Eva Evan
Evelyn Fabio Farah Fatima Felix Fernando Fiona Florence Frances Francesca Francesco Francis
Francisco Franck Francois Frank Franklin Franz François Fred Freddie Frederick Friedrich Gabriel
Gabriela Gareth Gary Gavin Gemma Geoff Geoffrey George Georgia Gerald Gerard Gerhard Giorgia
Giovanni Giuseppe Glen Glenn Gloria Gordon Grace Graham Grant Greg Gregory Greta Guillaume Gunther
Gus Gustav Guy Hamid Hanna Hannah Hans Harold Harriet Harry Harvey Hassan Heather Heidi Heinrich
Helen Helena Helmut Henrik Henry Herbert Hermann Hillary Hiroshi Holly Howard Hugh Hugo Hussein
Ian Ibrahim Igor Imran Ingrid Irene Irina Isaac Isabel Isabella Isabelle Ivan Jack Jackie Jackson
Jacob Jacqueline Jacques Jaime Jake James Jamie Jan Jana Jane Janet Janice Jared Jasmine Jason
Javier Jay Jean Jeff Jeffery Jeffrey Jennifer Jenny Jens Jeremy Jermaine Jerome Jerry Jesse
Jessica Jesus Jill Jim Jimmy Joachim Joan Joanna Joanne Joao Joe Joel Joerg Johan Johannes John
Johnny Jon Jonas Jonathan Jordan Jorge Jose Josef Joseph Josh Joshua José Joyce Juan Judith Judy
Julia Julian Julie Julien Julio Justin Jürgen Kamala Kareem Karen Karim Karin Karl Karla Kate
Katherine Kathleen Kathryn Kathy Katie Kay Keir Keith Kelly Ken Kenneth Kenny Kerry Kevin Khalid
Kim Kimberly Kirill Kirsten Klaus Konrad Kristen Kristin Kristina Kurt Kyle Lana Larry Lars Laura
Lauren Laurence Laurent Lauri Lawrence Leah Lee Leila Lena Leo Leon Leonard Leonardo Leonid Leroy
Leslie Lester Lewis Liam Lidia Linda Lindsay Lindsey Lionel Lisa Liz Lloyd Logan Lois Lorenzo Lori
Lorraine Lou Louis Louise Luca Lucas Lucia Lucy Luigi Luis Luiz Lukas Luke Lydia Lynn Madeleine
Madison Magdalena Mahmoud Malcolm Marc Marcel Marcia Marco Marcos Marcus Margaret Maria Marie
Marilyn Marina Marine Mario Marion Mark Marko Markus Marta Martha Martin Martina Marty Marvin Mary
Massimo Mateusz Mathieu Matt Matteo Matthew Matthias Maureen Maurice Max Maxim Maya Megan Mehmet
Melania Melanie Melissa Mercedes Michael Michel Michele Michelle Miguel Mike Mikhail Milan Miles
Millie Mitch Mitchell Mohamed Mohammad Mohammed Moira Molly Monica Monika Monte Morgan Muhammad
Murray Mustafa Nadia Nadine Nancy Naomi Narendra Natalia Natalie Natasha Nathan Neil Nelson
Nicholas Nick Nicola Nicolas Nicole Niels Nigel Nikita Nikolai Nikolas Nina Noah Noel Nora Norman
Oleg Oleksandr Oleksii Olena Olga Oliver Olivia Olivier Ollie Omar Osama Oscar Otto Owen Pablo
Pamela Paolo Pascal Pat Patricia Patrick Paul Paula Pauline Pavel Pedro Peggy Penelope Penny Perry
Pete Peter Petr Petra Petro Phil Philip Philippe Phillip Phyllis Pierre Pietro Piotr Poppy Priti
Rachel Rafael Rahul Raj Rajesh Ralph Ramon Randall Randy Raphael Raul Ray Raymond Rebecca Recep
Reggie Reginald Renata Rene Rex Ricardo Riccardo Richard Rick Ricky Rishi Rita Rob Robert Roberta
Roberto Robin Rodney Rodrigo Roger Roland Rolf Roman Ron Ronald Ronnie Rory Rosa Rose Rosemary
Ross Roy Ruben Rupert Russell Rustem Ruth Ryan Sabine Sadiq Saeed Sally Salman Salvador Sam
Samantha Samir Samuel Sandra Sanjay Sara Sarah Sean Sebastian Serena Serge Sergei Sergey Sergio
Seth Shane Shannon Sharon Shaun Sheila Shelly Shirley Sidney Silvio Simon Simone Sofia Sonia
Sophia Sophie Stacy Stanislav Stanley Stefan Stefano Stella Stephan Stephanie Stephen Steve Steven
Stewart Stuart Sue Sunil Susan Susanna Susie Suzanne Sven Svetlana Sylvia Sylvie Tamara Tanya Tara
Tariq Tatiana Taylor Ted Terence Teresa Terrance Terry Thelma Theodore Theresa Thierry Thomas
Tiffany Tim Timothy Tina Todd Tom Tomas Tommy Tony Tracey Tracy Trevor Tristan Tyler Ursula Usama
Valentin Valentina Valerie Vanessa Vera Vernon Veronica Viktor Viktoria Vincent Virginia Vitali
Vitaliy Vladimir Volodymyr Wallace Walter Wanda Warren Wayne Wendy Werner Wesley Wilhelm William
Willie Willy Wolfgang Xavier Yasmin Yulia Yuri Yusuf Yvette Yvonne Zachary Zoe
"""


@cache
def given_names() -> frozenset[str]:
    """The table as a set of capitalised words."""
    return frozenset(_GIVEN.split())


_NICKNAMES = """
alexander alex al;andrew andy drew;anthony tony ant;barbara barb;benjamin ben benny;bernard bernie
catherine cathy cath;katherine kate katie;charles charlie chuck chas;christopher chris
daniel dan danny;david dave;deborah deb debbie;donald don donny;dorothy dot;douglas doug
edward ed eddie ted;edwin ed;catherine kate katie;elizabeth liz beth betty lizzie;eugene gene
francis frank fran;frederick fred freddie;gerald jerry;gregory greg;harold harry hal
henry harry hank;jacob jake;james jim jimmy jamie;jennifer jen jenny;jeffrey jeff;jeremy jez
john jack johnny;jonathan jon;joseph joe joey;joshua josh;katherine kate;kathleen kathy
kenneth ken kenny;lawrence larry;leonard len lenny;louis lou;margaret maggie peggy;matthew matt
maurice mo;michael mike mick mikey;nathan nate;nicholas nick nicky;patricia pat trish
patrick pat paddy;peter pete;philip phil;raymond ray;rebecca becky;richard rick dick ricky
robert rob bob bobby robbie;ronald ron ronnie;samuel sam sammy;sandra sandy;stephen steve
steven steve;stuart stu;susan sue;theodore ted teddy;thomas tom tommy;timothy tim;victoria vicky
vincent vince;walter walt wally;william bill billy will willie;zachary zach zack
"""


# Given names that are told apart by spelling alone; the usual slips of a newsroom.
_SOUND_ALIKES = """
alan allan allen;andrea andria;ann anne;anthony antony;barack barrack barak;brian bryan;carl karl
catherine katherine kathryn catharine;cathy kathy;christine kristine;christopher kristopher
deborah debra;diane dianne;elisabeth elizabeth;emanuel emmanuel emmanual;eric erik;frances francis
frederick frederic;geoff jeff;geoffrey jeffrey jeffery;graham graeme;gregory gregor;hanna hannah
hilary hillary;iain ian;isabel isabelle isobel;jaime jamie;john jon;kelly kellie;kristen kristin
laurence lawrence;lesley leslie;lindsay lindsey;louis lewis;madeleine madeline;marc mark
marian marion;mathew matthew;megan meghan;michele michelle;neil neal;nicholas nicolas;peter petr
philip phillip;rachel rachael;rebecca rebekah;robin robyn;sara sarah;sean shaun shawn
stephen steven;stewart stuart;susanna susannah;teresa theresa;tony toni;tracey tracy;vivian vivien
"""


@cache
def sound_alikes() -> dict[str, str]:
    """Given names, lower case, to one spelling of all that sound the same."""
    rows = [row.split() for row in _SOUND_ALIKES.replace("\n", ";").split(";")]
    return {name: row[0] for row in rows for name in row}


@cache
def nicknames() -> dict[str, frozenset[str]]:
    """Given names and short forms, lower case, to the long forms they can stand for."""
    table: dict[str, set[str]] = {}
    for row in _NICKNAMES.replace("\n", ";").split(";"):
        for name in row.split():
            table.setdefault(name, set()).add(row.split()[0])
    return {name: frozenset(longs) for name, longs in table.items()}
