// SPDX-License-Identifier: GPL-3.0-or-later

/// Words of French.
extension OrdinaryWords {
  /// Small words of French, and others that stand for no thing.
  static let frenchSmall = words(
    """
    le la les un une des du au aux ce cette ces il elle ils elles on nous vous tu et ou
    mais donc puis ensuite après avant pendant depuis quand lorsque comme si que qui quoi
    où pourquoi personne rien tout tous toute toutes chaque plusieurs certains deux trois
    quatre cinq à de en dans sur sous avec sans pour par chez vers entre notre nos leur
    leurs son sa ses aucun aucune demain aujourd'hui enfin alors aussi très moins premier
    première lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars
    avril juin juillet août septembre octobre novembre décembre ainsi ailleurs annulé
    assez auprès auquel auraient aurait aussitôt autant autour autrement avoir beaucoup
    bien bientôt bon bonjour bonsoir bref car ceci cela celle celles celui cependant
    certes cher chère ci ça combien concernant contre coupé d'abord dehors déjà dedans
    derrière dès désormais dessous dessus devant dernière derniers différents disponible
    dont double durant encore ensemble environ essentiel étant être évidemment exactement
    facile faux fermé forcément gentil grâce grand grande grands gros gênant hors ici
    immédiatement important impossible inconnu indisponible inutile jamais jusque jusqu'à
    juste là large lent léger libre loin longue lors lui madame maintenant malgré mauvais
    merci mieux moindre monsieur même mêmes naturellement néanmoins neuf non nombreux
    nouveau nouvel nul nulle oui ouvert parce parfois parmi partout peu perdu petite
    peut-être plein plutôt possible pourtant presque prêt probable probablement proche
    prochain propre puisque quel quelle quelque quelques quelqu'un quelquefois rapide
    rapidement rare récent rouge sauf selon semblable seul seulement sinon sitôt soit
    soudain souvent suivant surtout tant tantôt tard tel telle tellement tôt toujours
    toutefois trop unique urgent vert veuillez vide vieux vite vivement voici voilà
    volontiers vrai vraiment sept huit dix onze douze vingt a ai avons avez ont avait
    avaient est sont était étaient sera fut fait font faire dit va vont vient peut doit
    veut sait appeler prévenir vérifier informer tester changer envoyer oublié envoyé
    appelé prévenu bloqué
    mon ma mes ton ta tes vos votre eux elle-même lui-même chacun chacune celui-ci voir
    aller venir prendre mettre donner laisser demander répondre parler aider fermer
    ouvrir poser chercher apporter refaire relancer garder rester
    """)

  /// Things, people and qualities that a record in French tells of.
  static let frenchThings = words(
    """
    caisse réseau visiteur visiteuse client cliente équipe photo liste message appel
    téléphone ordinateur serveur imprimante panne erreur problème cause résultat remarque
    question réponse carte numéro nom police sécurité accueil boutique banque données
    accès compte système groupe porte clé colis direction accident achat action activité
    adresse affaire affichage agence agent aide alarme alerte ambulance amende ami an
    analyse angle annonce antenne antivirus appareil application après-midi architecte
    argent arrêt arrivée article ascenseur assurance atelier attaque attente attention
    audit auteur autorité autre avenir avertissement avion avis avocat badge bagage bain
    balise barrière base bataille bâtiment batterie besoin bilan billet billetterie
    blocage bord bouton branche bruit budget bureau bus but câble cadre café caméra
    campagne canal candidat carnet carton cas casier catalogue centre certificat chaîne
    chaise chambre chance chantier charge chariot chauffage chauffeur chef chemin chèque
    chiffre chiffrement choix chose circuit circulation clavier clef clientèle
    climatisation code coffre coin colère collègue collègues colonne comité commande
    commentaire commerce commercial communication compagnie comptabilité comptable
    compteur conclusion condition conférence confiance connexion conseil consigne contact
    contenu contrat contrôle copie correction corps côté couleur couloir coup coupure
    cour courant courriel courrier cours coût couverture crédit crise cuisine cycle
    danger date début décision déclaration défaut délai demande démarche départ
    département dépôt dernier description désolé destinataire détail dette différence
    difficulté diffusion directeur disque dispositif document dommage donnée dossier
    doute droit durée eau échange écran effacement effet élève électricien électricité
    élément email emploi employé employée encadrement endroit énergie enfant enquête
    enregistrement entrée entreprise entretien enveloppe envoi environnement époque
    escalier espace essai étage étape état étude évacuation événement examen exception
    exemple exercice expérience explication exposition façade facture faille famille
    faute fax femme fenêtre fermeture feu feuille fiche fichier fil file film fin
    fonction fond force formation forme formulaire fournisseur frais fraude fuite fumée
    gare garde gardien gaz gens gestion goût grille guichet guide habitude haut
    hébergement heure histoire homme hôpital hôtel huissier humeur idée identifiant
    identité image immeuble impact impression incendie incident indication information
    informatique infirmier installation instant instruction intervention intrusion
    inventaire invité itinéraire jardin jour journal journaliste journée juge langue
    leçon lecteur lettre lien lieu ligne limite livraison livre local location logiciel
    loi lot lumière machine magasin mai maintenance maison maître malade manager manque
    marché marque matériel matin matinée médecin membre mémoire menace mesure métier
    mètre métro midi milieu minute mise mission mobile mode modèle moment monde moniteur
    mot moteur mouvement moyen mur musée navigateur nettoyage niveau note notification
    nouvelle nuit objet occasion odeur offre opération opérateur ordre organisation
    orange origine outil ouverture page paiement panneau papier parking parole part
    partenaire partie pas passage passager passant passe patient patron pause pays peine
    période permis perte petit pièce pied pile place plainte plan plateau plateforme
    pluie poche point politique pompier pompiers poste poursuite pouvoir pression preuve
    prévention principe priorité prise prix procédure processus produit professeur
    programme projet promesse propos protection public publication puissance quai qualité
    quartier rapport réaction réception réclamation recherche récit reçu redémarrage
    référence refus registre règle règlement réinitialisation relation remboursement
    remise rendez-vous renfort renseignement repas reprise réservation respect restaurant
    retard retour réunion réveil rideau risque robinet rôle rue sac salaire salarié salle
    salon sauvegarde scène seau secours secrétaire secteur séjour semaine sens séquence
    série serrure service session seuil siège signal signalement silence site société
    soir soirée sol solution sommeil son sortie source souris stagiaire station stock
    stress style succès suite sujet support sûreté surveillance tableau tâche taille
    tarif taux technique témoin temps terme terminal test texte théâtre ticket tiroir
    titre toilettes toit tour train traitement trajet transfert transport travail travaux
    trou type urgence usage usager utilisateur vacances valeur validation valise véhicule
    vente vérification verre version vestiaire vidéo vie vigilance virement virus visite
    visiteurs voie voisin voiture voix vol volet vue zone
    """)
}
