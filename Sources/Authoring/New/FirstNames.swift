// SPDX-License-Identifier: GPL-3.0-or-later

/// First names that are common in several languages of Europe and beyond: whoever writes one small,
/// or beside nothing that tells a name, is found all the same.
///
/// Chosen from the lists of Faker (MIT licence): the names that four or more of its languages share,
/// the most frequent of those that it weighs, and by hand what offices of these languages know. Names
/// that are also words of English, German or French are left out; see ``OrdinaryWords/alsoNames``.
enum FirstNames {
  /// Whether a word, in whatever letters, is one of them, or two with a hyphen.
  static func hold(_ word: String) -> Bool {
    let lower = word.lowercased()
    guard lower.contains("-") else { return names.contains(lower) }
    return lower.split(separator: "-").allSatisfy { names.contains(String($0)) }
  }

  private static let names = Set(
    """
    aaron abdul adam adele adrian adriana adrien agathe agnes agnès agnieszka ahmed aicha aino
    aisha akira alain alan albert alberto alejandro aleksandra alex alexander alexandra
    alexandre alexis alfred ali alice alicia alina allan allison alvin amalia amanda amelia
    amelie amélie amina aminata amir amy ana anaïs anastasia anders andrea andreas andrew
    andré andrzej anette angela angelica angelika angelina angelo anil anita anja anke ann
    anna anne annegret annette annick annie annika anouk anthony antje antoine antoinette
    anton antonia antonio aoife ariana ariane arjun arnaud arne arnold aron arthur artur
    ashley astrid audrey aurelia aurélie aurélien axel ayesha ayse ayşe álvaro ángel åsa
    barbara bärbel beatrice belinda ben benjamin benoît berit bernadette bernard bert bertrand
    beth bettina betty bianca bilal birgit birgitta birte björn bjørn boris bradley bram
    brandon brenda brian brigitte britt brittany bruno bryan burak caleb calvin camilla
    camille carina carine carl carla carlo carlos carmen carolina caroline carsten cassandra
    caterina catharina catherine cathy cecilia cem cécile cédric céline chantal charles
    charlie charlotte cheryl chiara chidi chinedu chloe chloé chris christel christelle
    christian christiane christina christine christophe christopher ciara cindy clara claude
    claudia claudine claudio clémence colette conny corinne cornelia courtney cristina cynthia
    daan dagmar damian damien dan dana daniel daniela danielle danilo danny dario darius david
    davide deborah debra declan deepa deepak delphine denis denise deniz dennis detlef diana
    diane didier diego dieter dietmar dina dirk dmitri dmitry dominic dominik dominique donald
    donna dora doris douglas dylan eberhard ebru eddy edgar edith eduard edward edwin eero
    ekkehard elena eleonora elfriede elias elif elin elina eline elisa elisabet elisabeth
    elise elizabeth elke ella ellen ellie elliot elly elma elsa elvira ema emanuel emeka emil
    emilia emilie emilio emily emma emmanuel emre eoin eric erica erik erika erin erwin
    estelle ester esther ethan eugenia eva evelyn evelyne ewa édouard élise élodie émilie éric
    étienne fabian fabienne fabio fabrice farid fatima fatma fatou federica felicia felix
    femke ferdinand fernando filip finja finn fiona florian francesca francesco francis
    francisco franck françois françoise frans franz frauke fred freddy frederik freja frédéric
    frida friederike friedrich gabriel gabriela gabriele gabriella gabrielle gary geert
    geoffrey georg george georges gerald gerard gerda gerhard gert gérard gilbert gilles gina
    gino giovanni gisela giulia giuseppe glenn gloria godelieve gordon göran greg gregory
    greta grégoire grégory griet grzegorz gudrun guido guillaume gunnar gustav günter günther
    hamza hanna hannah hanne hans harriet harry hartmut hasan hassan hatice håkan hedwig heidi
    heike heinz helen helena helene helge helmut hendrik henning henri henriette henrik henry
    herbert herman hélène hilda hilde hiroshi holger horst hubert hugo hüseyin ian ibrahim ida
    igor ilias ilka ilkka ilona ilse ines inès inês inga inge ingeborg ingo ingrid irene irina
    irma irmgard isaac isabel isabella isabelle ismail ivan ivo jacob jacqueline jacques jaime
    jakob jakub jamal james jamie jana jane janet janine janne jannik jannis jari jasmin
    jasmine jason javier jeanne jeannine jeff jeffrey jelle jenna jennifer jenny jens jeremy
    jeroen jess jesse jessica jérôme jill jim jimmy joachim joan joana joanna joão jochen joel
    joey johan johanna johannes john johnny jon jonas jonathan jonny joost jorge joris jose
    josef josefa josefine joseph josephine josé josh joshua jozef jörg juan judith jules julia
    julian juliana julie julien juliette julius justin justine jutta jürgen jørgen kamil karen
    kari karim karima karin karina karl karla karoline karsten kasper katarina katarzyna kate
    katharina katherine kathleen kathrin kathryn kathy katie katja katrien katrin kavita kayla
    keith kelly kemal kenji kenneth kenny kerem kerstin kevin khadija khalid kim kimberly
    kirsten kirsty klara koen kofi konrad kris krista kristen kristian kristin kristina
    kristine kristof krzysztof kurt kwame kyle laetitia laila lakshmi lana lara larry lars
    laura laure lauren laurence laurent layla lea leah leif leila lena lennart leo leon leona
    leonard leonardo leonie leslie levi lewis leyla léa léon lia liam lidia lieke lili lilian
    liliana liliane lina linda lindsay linh linus lisa livia liz logan lorena lorenzo lori
    lotte louis louise luc luca lucas lucia luciana luciano lucie lucy ludwig luigi luis luisa
    luise luka lukas luke lydia maaike maarten madeleine magdalena maggie magnus maike maja
    malika malte mamadou manfred manon manuela mara marc marcel marcin marco marcus mareike
    marek margaret margareta margaux margit margot maria mariam marian mariana marianne marie
    marieke marika marina mario marion marisa marit marita marius marko markus marleen marlene
    marlies marta martha martin martina martine marvin mary maryse mathias mathieu mathilde
    matilda matt matteo matthew matthias matthieu matti maureen maurice maximilian maya
    małgorzata meera megan mehmet meike melania melanie melina melissa merle merve mia michael
    michaela michaël michel michelle michèle miguel mika mikael mike mikkel mikko mila milena
    milo minh minna mira miriam mirko mohamed mohammad mohammed molly mona monica monika
    monique morgan moritz moussa murat mustafa myriam nabil nadia nadine nancy naomi natalia
    natalie natasha nathalie nathan neha nele nelly ngozi nguyen niamh nicholas nick nico
    nicola nicolas nicole niels nige nigel niklas niko nikola nils nina noa noah noémie nora
    norah norbert nour ole oleksandr olena olga oliver olivia olivier olof oluwaseun omar onur
    oscar oskar osman otto owen özlem pablo padraig pamela paola paolo pascal patricia patrick
    patrik paul paula paulina pauline paweł päivi pedro pekka pete peter petra philip philippe
    phillip pia piet pieter pietro piotr pooja priscilla priya quentin rachel rachid rafael
    rahul rainer rajesh ralf ralph ramona raphael raphaël rasmus ravi raymond rebecca renata
    renate renato rené renée rémi rémy ricardo richard rita robert roberta roberto roger
    roland rolf romain romy ron ronald ronny rosa rosalia rosalie roy ruben rudi rudolf rui
    ruth rüdiger ryan sabina sabine sabrina sally salma sam samantha sami samir samira samuel
    sandra sandrine sandro sanjay sanna sanne sara sarah scott seamus sean sebastian selena
    selin selina selma serge sergei sergio serkan seth sébastien shannon sharon shawn sibel
    sid signe sigrid silke silvia simon simone siobhan sipho sjoerd sofia sofie solveig sonia
    sonja sophia sophie sönke stacey stefan stefanie stefano steffen stella stephan stephanie
    stephen steve steven stéphane stéphanie stijn stu stuart sunita suresh susan susanna
    susanne suzanne sven svenja svetlana swantje swen sylvia sylvie søren tamara tammy tania
    tanja tara tarek tariq tatiana tatjana taylor teodor teresa tess thabo thea theo theodor
    theresa therese thérèse thibault thibaut thierry thijs thomas thorsten tiago tim timo
    timothée timothy tina tobias todd tom tomas tomasz tommy toni tony torsten tracy travis
    trevor trish tristan tuğba tyler ufuk ulla ulrich ulrike umar ursula uwe valentin
    valentina valeria valérie vanessa veerle vera veronica veronika véronique victoria vijay
    vikram viktor ville vilma vincent virginie vito vladimir volkan volker walter waltraud
    wanjiru wei wendy werner willem william willy wim wojciech wolfgang wout wouter xavier
    yahya yannick yasemin yasin yasmin youssef yuki yuri yusuf yves yvette yvonne zachary
    zainab zara zeinab zeynep zoe zoé zoë zofia łukasz
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
