package ui

// Ads written for the page, of employers that do not exist: what many real ads
// ask for, in one. The program for the browser does not carry them.
const (
	exampleEnglish = `Social Media Manager
Harbour Lane Ceramics · Full-time, permanent · $19 to $21 an hour, 40 hours a week

About us
Harbour Lane is a family pottery with two shops and a growing online store. We are a small, fast-paced team that loves what it makes.

What you will do
- Develop our social media strategy and plan the content calendar
- Write captions, blog articles and our monthly newsletter
- Shoot and edit short videos and product photos
- Design graphics for Instagram, Facebook, TikTok, Pinterest and YouTube
- Reply to comments and messages, and look after our community
- Answer customer questions and complaints in the inbox
- Run paid campaigns on Meta and report on results every month
- Find and work with influencers and local creators
- Cover our open studio days live, some evenings and weekends
- Other duties as assigned

Who you are
You have 2 years of experience, you enjoy wearing many hats and you stay calm under pressure. You film with your own phone. Knowledge of HTML is a plus.

What we offer
A discount on everything we make. Health insurance starts after 90 days.

To apply, send us your portfolio.
`
	exampleFrench = `Responsable réseaux sociaux (H/F)
Faïencerie du Vieux Quai · CDI, temps plein, 39 h par semaine · 1 900 à 2 100 € brut par mois

Qui sommes-nous ?
Le Vieux Quai est un atelier familial avec deux boutiques et une vente en ligne qui grandit. Nous sommes une petite équipe au rythme soutenu.

Vos missions
- Définir la stratégie sur les réseaux sociaux et tenir le calendrier de publication
- Rédiger les légendes, les articles du blog et la newsletter mensuelle
- Tourner et monter de courtes vidéos, photographier nos produits
- Créer les visuels pour Instagram, Facebook, TikTok, Pinterest et YouTube
- Répondre aux commentaires et aux messages, animer notre communauté
- Traiter les questions et les réclamations des clients
- Gérer les campagnes publicitaires sur Meta et analyser les résultats chaque mois
- Trouver des influenceurs et suivre les partenariats
- Couvrir nos journées portes ouvertes en direct, certains soirs et week-ends
- Toute autre tâche nécessaire à la bonne marche de l’atelier

Votre profil
Vous avez 2 ans d’expérience, vous êtes polyvalent et vous gardez votre calme sous pression. Vous filmez avec votre propre téléphone. La connaissance du HTML est un plus.

Ce que nous offrons
Une remise sur toutes nos pièces. La mutuelle est prise en charge après 90 jours.

Pour postuler, envoyez-nous votre portfolio.
`
)
