"""Common given names of many languages, for telling a person from a thing; general knowledge."""

from __future__ import annotations

from functools import cache

_GIVEN = """
Aaron Abbie Abby Abdi Abdul Abdullah Abel Abena Abigail Abraham Ada Adaeze Adam Adele Adeline Aditi
Aditya Adnan Adrian Adriana Agatha Agnes Agnieszka Ahmad Ahmed Ahmet Aidan Aiko Aileen Ailsa Aine
Aisha Akash Akiko Akira Alain Alan Alana Alasdair Alastair Albert Alberto Aldo Alec Alejandra
Alejandro Aleksandr Aleksandra Alena Alessandra Alessandro Alessia Alex Alexa Alexander Alexandra
Alexandre Alexandros Alexei Alexey Alexis Alfie Alfonso Alfred Alfredo Algernon Ali Alice Alicia
Alina Alisha Alison Alistair Allan Allen Alma Alok Alvaro Alvin Alwyn Alyssa Amadou Amal Amanda Amar
Amara Amber Amelia Amelie Amina Amir Amit Amrit Amy Ana Anand Anastasia Anders Andre Andrea Andreas
Andrei Andrej Andres Andrew Andrey Andriy Andrzej Andy Aneta Aneurin Angela Angelica Angelina Angelo
Angharad Angus Anika Anil Anish Anita Anja Anjali Anke Ann Anna Annabel Annalise Anne Annelies
Annette Annie Annika Anouk Anselm Anthony Antje Antoine Anton Antonella Antonia Antonio Antony Anwar
Anya Aoife Apurva Arabella Aran Archie Ariana Ariel Arjun Arlene Armando Arne Arno Arnold Arthur
Arturo Arun Arvid Arvind Asha Ashley Ashok Asif Asma Astrid Aubrey Audrey Augustin Aurelia Austin
Ava Avery Axel Aya Ayesha Ayla Ayo Aziz Babak Barack Barbara Barnaby Barney Barry Bartosz Bashar
Basil Bastian Beata Beatrice Beatrix Beatriz Becky Belinda Ben Benedict Benedikt Benita Benito
Benjamin Benny Berit Bernadette Bernard Bernie Bertha Bertram Bertrand Beth Bettina Betty Beverly
Bhavna Bianca Bill Billy Birgit Birgitta Bjarne Bjorn Blair Blanche Bob Bobby Bogdan Bonnie Boris
Brad Bradford Bradley Brandi Brandon Branislav Brenda Brendan Brendon Brent Brett Brian Bridget
Brigitte Bronwen Brooke Bruce Bruno Bryan Bryce Bryony Byron Caitlin Caleb Callum Calvin Cameron
Camilla Camille Candice Carina Carl Carla Carlo Carlos Carmen Carol Carole Carolina Caroline Carolyn
Carrie Carsten Carter Carys Casey Caspar Cassandra Cassie Catalina Cate Catherine Cathy Catrin Cecil
Cecile Cecilia Cedric Celeste Celia Celine Cesar Chad Chanel Chantal Charlene Charles Charlie
Charlotte Charlton Charmaine Chelsea Cheryl Chiara Chidi Chika Chinedu Chioma Chloé Chloe Chris
Christa Christel Christian Christiane Christina Christine Christof Christoph Christophe Christopher
Chuck Ciaran Cillian Cindy Claire Clara Clare Clarissa Claude Claudette Claudia Claudio Claudius
Claus Clemens Cleo Clifford Clint Clive Clodagh Cody Colette Colin Colleen Colm Connor Conor Conrad
Cora Cordelia Corey Corinne Cornelia Cornelius Cory Cosmo Courtney Craig Cressida Crispin Cristian
Cristiano Cristina Crystal Curt Curtis Cynthia Cyril Dafydd Dagmar Dagny Daisy Dalia Damian Damien
Damon Dan Danica Daniel Daniela Danielle Danila Danny Danuta Daphne Dara Darcy Daria Dario Darius
Darrell Darren Darryl Dave David Davide Davina Dawn Dean Deanna Debbie Deborah Debra Declan Deepa
Deepak Deirdre Delia Delroy Demetrius Denis Denise Dennis Denzil Derek Dermot Derrick Desmond Devi
Dhruv Diana Diane Diego Dieter Dilip Dimitra Dimitri Dimitrios Dina Dinah Dirk Divya Dmitri Dmitriy
Dmitry Dolores Domenico Dominic Dominique Don Donal Donald Donna Donovan Dora Doreen Doris Dorota
Dorothea Dorothy Doug Dougal Douglas Drew Duncan Dustin Dwayne Dwight Dylan Edda Eddie Eddy Edgar
Edith Edmond Edmund Edna Edoardo Eduardo Edward Edwin Efua Egon Eileen Eilidh Einar Eirik Elaina
Elaine Eleanor Eleanora Elena Eleni Eli Elias Elijah Elin Elina Eline Elisabeth Elise Elissa Eliza
Elizabeth Elke Ella Ellen Ellie Elliot Elliott Elmar Elodie Eloise Elon Elsa Elsie Elspeth Elton
Elvira Emanuela Emeka Emil Emilia Emilie Emilio Emily Emine Emma Emmanuel Emre Enid Enoch Enrique
Enzo Eric Erica Erich Erik Erika Erin Erling Ernest Ernesto Ernie Ernst Errol Esme Esmeralda Esteban
Estelle Ester Esther Ethan Etta Eugene Eugenia Eunice Eustace Eva Evan Evelyn Evie Ewa Ewan Ewen
Ezra Fabian Fabienne Fabio Fabrice Faisal Farah Farhad Fatima Faye Federica Federico Felicity Felipe
Felix Femi Fenella Ferdinand Fergus Fernando Filip Filippo Findlay Finlay Finn Fiona Fionnuala
Flavia Fleur Florence Florian Frances Francesca Francesco Francis Francisco Franck Francois Frank
Franklin François Franz Fred Freda Freddie Freddy Frederick Frederik Fredrik Freya Frida Frieda
Friedrich Fritz Gabriel Gabriela Gabriele Gabriella Gail Galina Gareth Garrett Gary Gaurav Gavin
Gaynor Geert Geeta Gemma Genevieve Geoff Geoffrey Georg George Georgia Georgie Georgina Geraint
Gerald Geraldine Gerard Gerda Gerhard Gerrit Gertrude Gianluca Gideon Gilbert Giles Gillian Gina
Ginny Giorgia Giorgio Giovanni Gisela Giulia Giulio Giuseppe Gladys Glen Glenda Glenn Glenys Gloria
Glynis Goran Gordon Grace Graham Grant Grazyna Greg Gregor Gregory Greta Gretchen Grethe Griff
Grigory Grzegorz Gösta Gudrun Guido Guillaume Gunther Gus Gustav Gustavo Guy Gwen Gwendolyn Gwyneth
Habib Hakan Hal Hamid Hamish Hanna Hannah Hanne Hannelore Hans Hardeep Hari Harish Harold Harpreet
Harriet Harry Harvey Hassan Hatice Hattie Hazel Heather Hector Hedwig Heidi Heike Heiko Heinrich
Heinz Helen Helena Helga Helge Helle Helmut Henri Henrietta Henrik Henrique Henry Herbert Hermann
Hermione Hilda Hilde Hillary Hiroko Hiroshi Hollie Holly Horace Horst Howard Howell Hubert Huda Hugh
Hugo Hugues Humphrey Hussein Huw Ian Ibrahim Ida Idris Ifeoma Ignacio Ignatius Igor Ilaria Ilse
Imogen Imran Ines Inga Inge Ingeborg Inger Ingmar Ingo Ingrid Iona Ione Irena Irene Irina Iris Irma
Isaac Isabel Isabella Isabelle Isadora Ishaan Isidore Isla Ismail Isobel Ivan Ivana Ivor Jaap Jacek
Jacinta Jack Jackie Jackson Jacob Jacqueline Jacques Jago Jaime Jake Jakob Jakub Jamal James Jamie
Jamila Jan Jana Jane Janek Janet Janette Janice Janina Janine Janusz Jared Jarek Jasmin Jasmine
Jason Jasper Javier Jay Jayden Jean Jeanette Jeannie Jed Jeff Jeffery Jeffrey Jelena Jemima Jemma
Jenna Jennie Jennifer Jenny Jens Jeremy Jermaine Jerome Jerry Jesper Jess Jesse Jessica Jessie Jesus
Jette Jill Jillian Jim Jimena Jimmy Joachim Joan Joanna Joanne Joao Joaquin Jocelyn Jochen Jodie
Jody Joe Joel Joelle Joerg Johan Johann Johanna Johannes John Johnny Jolanta Jolene Jon Jonas
Jonathan Jonny Jordan Jordi Jorge Jorgen José Jose Josef Josefina Joseph Josephine Josh Joshua
Josiah Josie Jovan Joyce Jürgen Juan Juana Juanita Judith Judy Jules Julia Julian Juliane Julie
Julien Juliet Juliette Julio Julius Justin Justine Jutta Kai Kaitlin Kamala Kamil Kamran Kareem
Karen Karim Karin Karina Karl Karla Karolina Karsten Kasia Kasper Katarina Katarzyna Kate Kateryna
Katherine Kathleen Kathrin Kathryn Kathy Katia Katie Katja Katrin Katrina Katya Kavita Kay Kayla
Kayleigh Keeley Keiko Keir Keira Keisha Keith Kelly Kelsey Ken Kendra Kenji Kenneth Kenny Keren
Kerry Kevin Khadija Khalid Kiara Kieran Kim Kimberly Kiran Kirill Kirsten Kirstie Kirsty Kitty Kjell
Klara Klaus Knut Kofi Konrad Konstantin Kris Krishna Krista Kristen Kristian Kristin Kristina
Kristof Krystyna Krzysztof Kurt Kwame Kwasi Kyle Kylie Lachlan Laila Lakshmi Lana Lara Larry Lars
Lasse Latoya Laura Lauren Laurence Laurent Lauri Lavinia Lawrence Leah Leanne Lech Lee Leela Leif
Leila Lena Lennart Leo Leon Leona Leonard Leonardo Leonid Leonie Leonora Leopold Leroy Leslie Lester
Leszek Letitia Lewis Lexi Liam Liana Lidia Liesl Lila Lili Lilian Liliana Lillian Lily Lina Linda
Lindsay Lindsey Linnea Linus Lionel Lisa Liv Livia Liz Lizzie Llewellyn Lloyd Logan Lois Lola Lorenz
Lorenzo Loretta Lori Lorna Lorraine Lotte Lottie Lou Louis Louisa Louise Luca Lucas Lucia Luciana
Lucien Lucille Lucinda Lucy Ludmila Luigi Luis Luisa Luiz Lukas Luke Luther Lutz Lydia Lyle Lynda
Lynette Lynn Lynne Lyra Mabel Maddie Madeleine Madhu Madison Mads Maeve Magda Magdalena Magnus
Mahmoud Maia Mairead Maisie Malcolm Malgorzata Malika Mallory Mandy Manfred Manish Manon Manuela
Mara Marc Marcel Marcela Marcella Marcello Marcia Marcin Marco Marcos Marcus Mareike Margaret
Margarita Margaux Margit Margot Margret Margrethe Maria Mariam Mariana Marianne Maribel Marie
Mariella Marietta Marijke Marika Marilyn Marina Marine Mario Mariola Marion Marisa Marit Marja
Marjorie Mark Marko Markus Marlene Marlies Marlon Marta Martha Marthe Martin Martina Martine Marty
Marvin Mary Maryam Massimo Mateo Mateusz Mathias Mathieu Mathilda Mathilde Matilda Mats Matt Matteo
Matthew Matthias Matthijs Maud Maura Maureen Maurice Maurizio Mavis Max Maxim Maxime Maximilian Maya
Meera Meg Megan Mehmet Mei Melania Melanie Melinda Melisande Melissa Mercedes Meredith Merle Mette
Micah Michael Michaela Michal Michel Michele Michelle Mieke Miguel Mihai Mika Mikael Mike Mikhail
Mila Milan Milena Miles Millicent Millie Milo Milos Mimi Mina Mira Miranda Mireille Miriam Mirjam
Miroslav Mitch Mitchell Mohamed Mohammad Mohammed Moira Mollie Molly Monica Monika Monique Monte
Montserrat Morag Mordecai Morgan Morten Moses Muhammad Muriel Murray Mustafa Myra Myriam Nabil Nadia
Nadine Nadja Nadya Naima Nancy Nanette Naomi Narendra Nasreen Nasser Natalia Natalie Natasha
Nathalie Nathan Nathaniel Navid Neal Neha Neil Nellie Nelson Nerys Nesta Neville Ngozi Nia Niall
Niamh Nicholas Nick Nicky Nico Nicola Nicolas Nicole Nicoletta Niels Nigel Nikhil Nikita Niklas
Nikola Nikolai Nikolas Nikos Nils Nina Nisha Nishant Nitin Noah Noel Noelle Noor Nora Noreen Norma
Norman Nuala Nuno Octavia Odette Ofelia Olaf Ole Oleg Oleksandr Oleksii Olena Olga Oliver Olivia
Olivier Ollie Olof Oluwaseun Omar Ondrej Oonagh Ophelia Orla Orson Osama Oscar Osman Ottilie Otto
Owain Owen Pablo Paddy Padraig Paige Paloma Pamela Paola Paolo Pascal Pascale Pat Patrice Patricia
Patrick Patrik Patrycja Paul Paula Paulina Pauline Paulo Pavel Pavol Pearse Pedro Peggy Penelope
Penny Percival Percy Peregrine Pernille Perry Pete Peter Petr Petra Petro Petros Phil Philip
Philippa Philippe Phillip Phoebe Phyllis Pia Piero Pierre Piers Pieter Pietro Pilar Piotr Pippa
Polly Pooja Poonam Poppy Pradeep Pranav Prem Priti Priya Priyanka Quentin Quincy Rabia Rachael
Rachel Rafael Rafe Raffaella Raheem Rahim Rahul Raimund Raina Rainer Raj Rajesh Rakesh Ralf Ralph
Ramesh Ramon Ramona Randall Randy Rani Ranjit Raphael Raquel Rashid Rasmus Raul Ravi Ray Raymond
Rebecca Recep Reece Reena Reggie Reginald Reinhard Reinhold Rekha Remi Renata Renate Rene Renee
Reuben Rex Reza Rhea Rhian Rhiannon Rhoda Rhona Rhys Ricarda Ricardo Riccardo Richard Rick Ricky Rik
Riley Rishi Rita Ritu Roald Rob Robert Roberta Roberto Robin Rocco Rocio Roderick Rodney Rodrigo
Rogelio Roger Rohan Rohit Roisin Roland Rolf Roman Romeo Romy Ron Ronald Ronan Ronja Ronnie Rory
Rosa Rosalie Rosalind Rosamund Rosanna Rosanne Rose Rosemarie Rosemary Rosie Ross Rowan Rowena
Roxanne Roy Ruben Rudi Rudolf Rufus Rune Rupert Ruslan Russell Rustem Ruth Ryan Ryszard Sabina
Sabine Sabrina Sachin Sadie Sadiq Saeed Salim Sally Salma Salman Salome Salvador Salvatore Sam
Samantha Samir Samira Samson Samuel Sana Sandeep Sander Sandra Sandrine Sandro Sanjay Sanjeev Sanne
Saoirse Sapna Sara Sarah Saskia Satish Saul Scarlett Sean Sebastian Sebastien Selina Selma Senthil
Seren Serena Serge Sergei Sergey Sergio Seth Shabana Shane Shannon Sharon Shaun Shauna Sheena Sheila
Shelley Shelly Sherry Sheryl Shilpa Shirin Shirley Shreya Shyam Sian Sibyl Sidney Siegfried Sigrid
Silke Silvia Silvio Simon Simone Sinead Siobhan Slavka Sofia Sofie Solange Solveig Sonali Sonia
Sonja Sonya Sophia Sophie Soren Stacey Stacy Stanislav Stanley Stefan Stefania Stefanie Stefano
Steffen Stella Sten Stephan Stephane Stephanie Stephen Steve Steven Stewart Stine Stuart Sue Sunil
Sunita Suresh Susan Susana Susanna Susanne Sushma Susie Suzanne Suzie Svein Sven Svetlana Swati
Sybil Sylvain Sylvester Sylvia Sylvie Tabitha Tadeusz Talia Tamara Tamsin Tania Tanja Tanya Tara
Tariq Tasha Tatiana Tatjana Tatyana Taylor Teagan Ted Teodor Terence Teresa Terje Terrance Terri
Terry Tess Tessa Thea Thelma Theo Theodor Theodora Theodore Theresa Therese Thibault Thierry Thilo
Thom Thomas Thora Thorsten Tiago Tiffany Tilda Tilly Tim Timo Timothée Timothy Timur Tina Tobias
Tobin Toby Todd Tom Tomas Tomasz Tommaso Tommy Tomoko Toni Tony Tora Torben Tore Torsten Tove Tracey
Tracy Trevor Tricia Trina Trine Tristan Trond Trudy Tunde Tyler Ulf Ulla Ulrich Ulrika Ulrike Ursula
Usama Uwe Vadim Valentin Valentina Valeria Valerie Vanessa Vasily Vaughan Veena Velma Vera Verena
Verity Vernon Veronica Veronika Veronique Vesna Vicki Vickie Vicky Victor Victoria Vidya Vijay
Vikram Viktor Viktoria Vilma Vinay Vincent Vincenzo Viola Virginia Vishal Vitali Vitaliy Vito
Vittorio Viv Vivek Vivian Vivien Vivienne Vladimir Volker Volodymyr Wallace Walter Walther Wanda
Warren Wayne Wendell Wendy Werner Wesley Wieslaw Wilbur Wilfred Wilhelm Wilhelmina Willa Willem
William Willie Willy Wilma Winifred Winnie Winona Winston Wojciech Wolfgang Wouter Xavier Ximena
Yannick Yasmin Yasmine Yolanda Yosef Youssef Yuki Yulia Yuri Yusuf Yves Yvette Yvonne Zachary Zahra
Zainab Zara Zbigniew Zelda Zeynep Zoe Zofia Zoltan Zora Zuzana
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
