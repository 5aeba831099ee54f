"""First names by which a person may be recognised, where no title goes before.

Names that are also words, months or places are left out: they would see people where
none are.
"""

_NAMES = """
    aad aafke aart abdel abdelkader abdellah abdul abdullah achmed adam adriaan ahmed
    aisha alex alexander alexandra ali alida amina amir andreas andries angela angelique
    anita anja anke anna anne annelies annemarie annie anouk anton antoinette antoon arie
    arjan arjen arno arthur ayse bart bastiaan beatrix bernard bernadette berend bilal
    bianca birgit bjorn boris bram brahim brigitte carla carlo carolien caroline cees
    chantal charlotte chris christiaan christina cindy claudia coen coenraad cornelis
    cornelia corrie daan daniel danielle danny david debbie deniz dennis diana diederik
    dimitri dirk dragan ebru eduard edwin eef eelco eline elisabeth elise elke ellen elly
    emine emma emre erik eric erwin esmee esther eva evelien evert fatiha fatima fatma
    femke ferdinand feyza fleur floris frank frans fred frederik freek frits gerard gerben
    gerda gerrit gert gertjan gijs gijsbert gina greet greetje guus hakan hamid hamza hans
    hanneke harm harrie harry hasan hassan hein heleen hendrik hendrika henk henny herman
    hidde hilde huib hugo huseyin ibrahim ilse ineke ingrid irene iris isabelle ismail ivo
    jaap jacob jacqueline jacques jamal jan jana janneke jantje jasmijn jasper jeannette
    jelle jeroen jesse jet jeffrey jennifer jessica jochem johan johanna johannes john
    joke jolanda jonas joost jordy joris jos josef jozef joyce judith julia jurgen justin
    kaan karel karim karin karlijn kasper katja kees kelly kemal kevin khadija khalid klaas
    klara koen lars laura laurens leen leendert leo leon leontien leonie lex lieke lies
    liesbeth linda lisa lisette loes lotte louis louise lucas luuk maaike maarten machteld
    magda mandy manon marcel marco margriet maria marianne marieke marijke marina mario
    marja marjan marjolein marjon marleen marloes martijn martin martina mathijs matthijs
    maurice max mehmet melissa menno merel mia michael michel michiel mieke miranda
    mohamed mohammed monique muhammed murat mustafa nadia nadine naima nancy natasja
    nathalie nick nicolaas nicole niels niek nienke noor nordin olga omar onno oscar oskar
    osman otto pascal patricia patrick paul paula paulien pauline peter petra philip piet
    pieter priscilla rachid rachel ralph ramon rashid rebecca reinier remco renate rene
    renske richard rik rinus rita rob robbert robert robin roel roelof roger roland ron
    ronald rosalie ruben rudolf ruth ruud sabine said samir samira sander sandra sanne
    sara sarah saskia sebastiaan selma serge serkan sharon sietse silvia simone sjaak
    sjoerd sonja sophie stefan stephan steven suzanne sven sylvia tamara tanja tara
    theo thea thijs thomas tineke tom tomas tonnie tonny ton trudy truus ursula valentina
    vera veronique victor vincent wendy wessel wilco wilhelmina willem willemijn wilma wim
    wouter xander yasmin yasmina yusuf yvonne youssef zeynep
"""
FIRST_NAMES = frozenset(_NAMES.split())
