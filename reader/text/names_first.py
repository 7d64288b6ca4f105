"""First names by the gender that most of their bearers have: general lists, far from complete.

Drawn up by hand from the commonest given names in English-speaking countries and in the news of the world. A name
that both women and men bear widely stands in ``EITHER_FIRST``.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    """Return the words of ``text``."""
    return frozenset(text.split())


MALE_FIRST = _words("""
Aaron Abdel Abdul Abdullah Abe Abraham Adam Adnan Adolfo Adrian Ahmad Ahmed Aidan Alan Albert Alberto Aldo Alec
Alejandro Aleksandr Alessandro Alex Alexander Alexandre Alexei Alfonso Alfred Alfredo Ali Allan Allen Alonzo Alvaro
Alvin Amir Amit Amos Anatoly Anders Andre Andreas Andrei Andres Andrew Andrzej Andy Angelo Angus Ansel Anthony Antoine
Anton Antonin Antonio Anwar Archie Ari Ariel Armando Arnold Arthur Arturo Arun Asher Ashraf Atul Augustus Avi Avigdor
Axel Ayman Barack Barnaby Barney Baron Barrett Barry Bart Bartholomew Bashar Bashir Beau Ben Benedict Benito Benjamin
Bennett Benny Benoit Bernard Bernardo Bernie Bert Bertrand Bill Billy Binyamin Bjorn Blaine Blake Bob Bobby Boris Brad
Bradford Bradley Brandon Brendan Brent Bret Brett Brian Broderick Bruce Bruno Bryan Bryce Bud Burt Byron Caleb Calvin
Cameron Carl Carlo Carlos Carlton Carter Cecil Cedric Cesar Chad Charles Charlie Chauncey Chester Chet Chip Chris
Christian Christoph Christophe Christopher Chuck Clarence Clark Claude Claudio Claus Clay Clayton Clement Cliff
Clifford Clint Clinton Clive Clyde Cody Colin Conan Connor Conrad Corey Cornelius Cory Craig Curt Curtis Cyril Cyrus
Dale Dallas Damian Damon Dan Dana Daniel Daniele Danny Dante Darius Darrel Darrell Darren Darryl Daryl Dave David
Davis Dean Declan Denis Dennis Denny Derek Derrick Desmond Devin Dexter Diego Dieter Dimitri Dirk Dmitri Dmitry
Dominic Dominique Don Donald Donnie Doug Douglas Drew Duane Dudley Duncan Dustin Dwayne Dwight Dylan Earl Ed Eddie
Edgar Edmund Eduardo Edward Edwin Efraim Ehud Eitan Eli Elias Elijah Elliot Elliott Ellis Elmer Elon Elvis Emanuel
Emil Emile Emilio Emmanuel Emmett Enrique Enzo Eric Erick Erik Ernest Ernesto Ernie Ernst Ervin Esteban Ethan Eugene
Evan Evgeny Ezra Fabian Fabio Faisal Federico Felipe Felix Ferdinand Fernando Fidel Filip Finn Flavio Floyd Francesco
Francis Francisco Franco Francois Frank Frankie Franklin Franz François Fred Freddie Freddy Frederic Frederick Fredrik
Fritz Gabriel Gabriele Gareth Garrett Garry Garth Gary Gaston Gavin Gene Geoff Geoffrey Georg George Georges Gerald
Gerard Gerardo Gerhard Gerry Giancarlo Gianni Gideon Gil Gilbert Giles Giorgio Giovanni Giuseppe Glen Glenn Gonzalo
Gordon Graeme Graham Grant Greg Gregg Gregor Gregory Grover Guido Guillaume Guillermo Gunther Gus Gustav Gustavo Guy
Hakeem Hal Hamid Hamish Hank Hans Harald Harlan Harold Harris Harrison Harry Harvey Hasan Hassan Hector Heinrich Heinz
Helmut Henri Henrik Henry Herb Herbert Herman Hernan Hillel Hiroshi Homer Horace Howard Howie Hubert Huey Hugh Hugo
Humberto Humphrey Hussein Ian Ibrahim Ignacio Igor Ilya Imran Irving Irwin Isaac Isaiah Isidore Ismail Israel Ivan Ivo
Jack Jackson Jacob Jacques Jaime Jake Jakob Jamal James Jamie Jan Jared Jarrod Jason Jasper Javier Jay Jean Jeb Jed
Jeff Jefferson Jeffery Jeffrey Jens Jeremiah Jeremy Jermaine Jerome Jerry Jesse Jesus Jim Jimmy Joachim Joaquin Jody
Joe Joel Joey Johan Johann Johannes John Johnnie Johnny Jon Jonah Jonas Jonathan Jordan Jordi Jorge Jose Josef Joseph
Josh Joshua Josiah José Juan Jules Julian Julien Julio Julius Jurgen Justin Kamal Kareem Karim Karl Kazuo Keenan Keith
Ken Kendall Kenneth Kenny Kent Kermit Kevin Khalid Kiefer Kim Kirk Klaus Knut Kofi Konstantin Kurt Kyle Lamar Lance
Larry Lars Laszlo Laurence Laurent Lawrence Lech Lee Leif Leland Leo Leon Leonard Leonardo Leonid Leroy Les Leslie
Lester Lev Levi Lewis Liam Lincoln Lindsey Linus Lionel Lloyd Lorenzo Lou Louis Luc Luca Lucas Lucien Luigi Luis Luiz
Luke Luther Lyle Lyndon Mack Magnus Mahmoud Malcolm Malik Manfred Manny Manuel Marc Marcel Marcelo Marco Marcos Marcus
Mario Marion Marius Mark Marko Marlon Marshall Martin Marty Marvin Mason Massimo Mateo Mathias Mathieu Matt Matteo
Matthew Matthias Maurice Mauricio Max Maxim Maxime Maximilian Maxwell Maynard Mehdi Mehmet Mel Melvin Merrick Mervyn
Micah Michael Michal Michel Mick Mickey Miguel Mike Mikhail Miles Milo Milton Miroslav Mitch Mitchell Mitt Mohamed
Mohammad Mohammed Mordechai Morgan Morris Mortimer Moshe Muhammad Murray Mustafa Myron Naftali Narendra Nate Nathan
Nathaniel Neal Ned Neil Nelson Newt Nicholas Nick Nicola Nicolai Nicolas Nicolás Nigel Nikita Nikolai Nils Noah Noam
Noel Nolan Norbert Norm Norman Octavio Olaf Oleg Oliver Olivier Omar Orlando Orrin Orville Osama Oscar Otis Otto Owen
Pablo Paolo Pascal Pat Patrick Paul Paulo Pavel Pedro Per Percy Perry Pete Peter Petr Phil Philip Philippe Phillip
Pierce Pierre Piers Pietro Porter Preston Quentin Quincy Rafael Raheem Rahul Raj Rajiv Ralph Ram Ramon Ramzi Rand
Randal Randall Randy Raphael Rashid Raul Ravi Ray Raymond Recep Reggie Reginald Reid Reince Reinhard Rene René Reuben
Rex Ricardo Riccardo Rich Richard Richie Rick Ricky Rob Robbie Robert Roberto Robin Rocco Rod Roderick Rodney Rodolfo
Rodrigo Roger Roland Rolf Roman Romano Ron Ronald Ronan Ronnie Rory Ross Roy Ruben Rudolf Rudolph Rudy Rufus Rupert
Russ Russell Rusty Ruud Ryan Saddam Sadiq Said Salman Salvador Salvatore Sam Samir Sammy Samuel Sander Sanjay Santiago
Saul Scott Seamus Sean Sebastian Serge Sergei Sergey Sergio Seth Shane Shaun Shawn Sheldon Sherman Shimon Shinzo Sid
Sidney Siegfried Silvio Simeon Simon Solomon Spencer Stan Stanley Stefan Stefano Stephan Stephane Stephen Sterling
Steve Steven Stewart Stig Stu Stuart Sven Sylvester Takeshi Tariq Tayyip Ted Teddy Terence Terrance Terrell Terrence
Terry Thad Thaddeus Theo Theodore Thierry Thom Thomas Thorsten Tim Timothy Tobias Toby Todd Tom Tomas Tommy Tony
Travis Trent Trevor Trey Tristan Troy Tucker Ty Tyler Tyrone Ulrich Umar Uri Vaclav Vernon Victor Viktor Vince Vincent
Vinod Virgil Vitaly Vito Vlad Vladimir Volodymyr Wade Waldo Wallace Wally Walt Walter Ward Warren Wayne Webster
Wendell Werner Wes Wesley Wilbur Wilfred Wilhelm Will Willard William Willie Willis Wilson Winston Wolf Wolfgang
Woodrow Wyatt Xavier Yair Yasser Yitzhak Yoav Yosef Yossi Youssef Yuri Yusuf Yves Zachary Zack Zbigniew Zeke Zoltan
""")

FEMALE_FIRST = _words("""
Abby Abigail Ada Adelaide Adele Adriana Adrienne Agatha Agnes Aida Aileen Aimee Aisha Alana Alberta Alejandra
Alessandra Alexa Alexandra Alexandria Alexis Alice Alicia Alina Aline Alison Alissa Allison Allyson Alma Althea Alyssa
Amal Amalia Amanda Amber Amelia Amina Amy Ana Anastasia Andrea Angel Angela Angelica Angelina Angie Anika Anita Ann
Anna Annabel Anne Annette Annie Antoinette Antonia Anya April Arianna Arlene Ashley Astrid Athena Audrey Augusta
Aurora Ava Ayelet Barb Barbara Beatrice Beatriz Becky Belinda Bella Bernadette Bernice Bertha Bessie Beth Bethany
Betsy Betty Beverly Bianca Billie Blanca Blanche Bonnie Brandy Brenda Brianna Bridget Brigitte Britney Brittany Brooke
Caitlin Caitlyn Camila Camille Candace Candice Cara Carla Carly Carmela Carmen Carol Carole Carolina Caroline Carolyn
Carrie Cassandra Cassie Catalina Catherine Cathleen Cathy Cecile Cecilia Celeste Celia Celine Chantal Charlene
Charlotte Chelsea Cher Cheryl Chiara Chloe Christa Christiane Christie Christina Christine Cindy Claire Clara Clarice
Clarissa Claudette Claudia Colette Colleen Connie Constance Cora Coretta Corinne Courtney Cristina Crystal Cynthia
Daisy Danica Danielle Daphne Darlene Dawn Debbie Deborah Debra Deirdre Delia Delores Denise Desiree Diana Diane Dianne
Dina Dolores Donna Dora Doreen Doris Dorothea Dorothy Edith Edna Edwina Eileen Elaine Eleanor Elena Elisa Elisabeth
Elise Eliza Elizabeth Ella Ellen Ellie Eloise Elsa Elsie Elvira Emilia Emily Emma Erica Erika Erin Erna Esmeralda
Esperanza Estelle Esther Ethel Eugenia Eunice Eva Evangeline Eve Evelyn Faith Fatima Fay Faye Felicia Felicity Fern
Fiona Flora Florence Frances Francesca Francine Freda Frederica Frida Gabby Gabriela Gabrielle Gail Gayle Genevieve
Georgette Georgia Georgina Geraldine Gertrude Gina Ginger Ginny Giorgia Gisela Giulia Gladys Glenda Gloria Golda Grace
Greta Gretchen Guadalupe Gwen Gwendolyn Gwyneth Hannah Harriet Hazel Heather Heidi Heike Helen Helena Helene Helga
Henrietta Hilary Hilda Hildegard Hillary Holly Hope Huma Ida Ilana Ilse Imelda Ines Inga Ingrid Irene Irina Iris Irma
Isabel Isabella Isabelle Ivana Ivanka Ivy Jacinda Jackie Jaclyn Jacqueline Jada Jan Jana Jane Janelle Janet Janice
Janine Jasmine Jeanette Jeanie Jeanine Jeanne Jen Jenna Jennie Jennifer Jenny Jessica Jill Jillian Jo Joan Joann
Joanna Joanne Jocelyn Jodi Johanna Josephine Josie Joy Joyce Juanita Judith Judy Julia Juliana Julianne Julie Juliet
Juliette June Justine Kamala Kara Karen Kari Karin Karina Karla Kate Katharina Katharine Katherine Kathleen Kathryn
Kathy Katia Katie Katrina Katy Kay Kaye Kayla Keiko Kelli Kellie Kellyanne Kelsey Kendra Keri Kerstin Kimberly Kirsten
Kirstjen Kirsty Krista Kristen Kristi Kristie Kristin Kristina Kristine Lakshmi Lana Lara Latoya Laura Laurel Lauren
Laurie Lavinia Lea Leah Leila Lena Lenora Leona Leonora Leticia Lidia Lila Lilian Lillian Lily Lina Linda Lisa Lise
Liz Liza Lois Lola Lora Loretta Lori Lorraine Louisa Louise Lourdes Luana Lucia Lucie Lucille Lucinda Lucy Luisa Lupe
Lydia Lynda Lynette Lynn Lynne Mabel Mackenzie Maddie Madeleine Madeline Madelyn Madison Mae Magda Magdalena Maggie
Maia Malala Malia Mallory Mandy Manuela Mara Marcela Marcella Marcia Margaret Margarita Margery Margie Margot
Marguerite Maria Mariah Mariam Marian Mariana Marianne Marie Mariel Marielle Marilyn Marina Marine Marisa Marisol
Marissa Marjorie Marla Marlene Marsha Marta Martha Martina Mary Maryam María Matilda Maud Maura Maureen Maxine May
Maya Mazie Meagan Megan Meghan Melania Melanie Melinda Melissa Melody Mercedes Meredith Meryl Mia Michaela Michele
Michelle Mildred Milena Millicent Mimi Mina Mindy Minnie Mira Miranda Miriam Misty Mitzi Moira Molly Mona Monica
Monika Monique Muriel Myra Myrna Myrtle Nadia Nadine Nan Nana Nancy Naomi Natalia Natalie Natasha Nathalie Nell Nellie
Nicole Nicolette Nikki Nina Noelle Nora Noreen Norma Nuala Odette Olga Olive Olivia Olympia Oona Opal Ophelia Oprah
Paige Pam Pamela Patience Patrice Patricia Patsy Patti Patty Paula Paulette Paulina Pauline Pearl Peggy Penelope Penny
Petra Phoebe Phyllis Pilar Polly Priscilla Priti Priya Rachael Rachel Ramona Raquel Rebecca Regina Renata Renee Renée
Rhea Rhoda Rhonda Rita Roberta Rochelle Rosa Rosalie Rosalind Rosalyn Rosamund Rosanna Rose Roseanne Rosemarie
Rosemary Rosie Rowena Roxane Roxanne Ruby Ruth Sabina Sabine Sabrina Sadie Sally Salma Samantha Sandra Sandy Sara
Sarah Sasha Saundra Savannah Scarlett Selena Selma Serena Shannon Shari Sharon Sheila Shelby Shelley Shelly Sheri
Sherri Sherrie Sherry Sheryl Shirley Sigrid Silvia Simone Sinead Siobhan Sofia Sojourner Soledad Sondra Sonia Sonja
Sonya Sophia Sophie Stacey Stacie Stacy Stefanie Stella Stephanie Stormy Sue Summer Susan Susana Susanna Susannah
Susanne Susie Suzanne Suzy Svetlana Sybil Sylvia Sylvie Tabitha Tamar Tamara Tami Tammy Tania Tanya Tara Tatiana
Teresa Teri Terri Tessa Thelma Theresa Therese Tiffany Tina Toni Tonya Tracey Traci Tricia Trina Trish Trisha Trudy
Tulsi Tzipi Ursula Uta Valentina Valeria Valerie Vanessa Velma Vera Verna Veronica Vicki Vickie Vicky Victoria Viola
Violet Virginia Vivian Viviana Wanda Wendy Whitney Wilhelmina Wilma Winifred Winnie Ximena Yael Yasmin Yasmine Yoko
Yolanda Yulia Yvette Yvonne Zainab Zara Zelda Zoe
""")

EITHER_FIRST = _words("""
Adair Addison Alexi Ashton Aubrey Avery Bailey Blair Brooks Cary Casey Chen Corey Dakota Dana Darcy Devon Drew Emerson
Evelyn Finley Francis Gale Hadley Hayden Jackie Jamie Jan Jess Jessie Jody Jordan Jules Kelly Kennedy Kerry Kim Lane
Lee Leigh Leslie Lindsay Lindsey Logan Lynn Marion Min Morgan Nat Nikki Noel Paris Pat Peyton Quinn Reese Riley Robin
Rowan Sam Sandy Sasha Shannon Shelby Sidney Skyler Stacy Stevie Sydney Taylor Terry Toni Tracy Val Wei Xi Yi
""")
