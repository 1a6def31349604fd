-- What insights-service owns. So far that is one table: which tags belong to which theme.

-- grain: one tag name under one theme; a name may stand under several, and then counts for each
create table insights.tag_theme (
  theme text not null,
  tag   text not null,
  constraint tag_theme_pk primary key (theme, tag)
);

create index tag_theme_tag_ix on insights.tag_theme (tag);

-- Something to start with: the ten-tag groups of the published network's tag list. The table is
-- meant to be edited, so nothing else may rely on these rows.
insert into insights.tag_theme (theme, tag)
select seed.theme, seed_tag.tag
from (
  values
    ('general', array[
      'love', 'instagood', 'photooftheday', 'fashion', 'beautiful', 'happy', 'cute', 'tbt',
      'followme', 'picoftheday']),
    ('nature', array[
      'nature', 'landscape', 'sunset', 'sunrise', 'sky', 'mountains', 'ocean', 'waterfall',
      'beach', 'forest']),
    ('travel', array[
      'travel', 'wanderlust', 'explore', 'adventure', 'vacation', 'travellife', 'roadtrip',
      'instatravel', 'travelgram', 'tourism']),
    ('fitness', array[
      'fitness', 'workout', 'gym', 'fitfam', 'fitlife', 'health', 'motivation',
      'fitnessmotivation', 'yoga', 'crossfit']),
    ('food', array[
      'food', 'foodie', 'yummy', 'delicious', 'foodporn', 'instafood', 'homemade',
      'healthyfood', 'coffee', 'breakfast']),
    ('fashion', array[
      'style', 'outfitoftheday', 'streetstyle', 'fashionblogger', 'styleinspo', 'ootd',
      'fashionista', 'mensfashion', 'womensfashion', 'accessories']),
    ('art', array[
      'art', 'drawing', 'painting', 'artist', 'illustration', 'artwork', 'creative',
      'digitalart', 'photography', 'design']),
    ('music', array[
      'music', 'dance', 'dj', 'concert', 'livemusic', 'singer', 'songwriter', 'hiphop',
      'guitar', 'drums']),
    ('fun', array[
      'fun', 'party', 'friends', 'memes', 'instafun', 'comedy', 'weekend', 'goodvibes',
      'selfie', 'bestoftheday']),
    ('family', array[
      'family', 'love', 'momlife', 'dadlife', 'siblings', 'relationshipgoals', 'couple',
      'wedding', 'engagement', 'friendship']),
    ('inspiration', array[
      'inspiration', 'quoteoftheday', 'motivation', 'goals', 'positivevibes', 'believe',
      'success', 'mindset', 'dreambig', 'hustle']),
    ('technology', array[
      'tech', 'technology', 'smartphone', 'gaming', 'gadget', 'electronics', 'innovation',
      'computer', 'programming', 'developer']),
    ('sports', array[
      'sports', 'soccer', 'basketball', 'football', 'baseball', 'running', 'cycling',
      'swimming', 'tennis', 'golf']),
    ('cars', array[
      'cars', 'carsofinstagram', 'supercars', 'motorcycle', 'biker', 'racing',
      'classiccars', 'carlover', 'vintagecars', 'offroad']),
    ('animals', array[
      'animals', 'pets', 'dogsofinstagram', 'catsofinstagram', 'puppylove', 'kitten',
      'wildlife', 'petstagram', 'animallovers', 'birdsofinstagram']),
    ('seasons', array[
      'summer', 'winter', 'spring', 'autumn', 'holiday', 'christmas', 'halloween',
      'newyear', 'easter', 'thanksgiving']),
    ('business', array[
      'business', 'entrepreneur', 'startup', 'marketing', 'socialmedia', 'branding',
      'ecommerce', 'smallbusiness', 'sales', 'digitalmarketing']),
    ('photography', array[
      'photography', 'photo', 'camera', 'portrait', 'photoshoot', 'photographer',
      'landscapephotography', 'streetphotography', 'naturephotography', 'blackandwhite']),
    ('quotes', array[
      'quotes', 'lifequotes', 'lovequotes', 'motivationalquotes', 'quote',
      'inspirationalquotes', 'wordsofwisdom', 'positivity', 'thoughts', 'wisdom']),
    ('humour', array[
      'funny', 'jokes', 'lol', 'hilarious', 'humor', 'funnytweets', 'meme', 'laugh',
      'silly', 'comedy']),
    ('daily', array[
      'instadaily', 'daily', 'bestoftheday', 'like4like', 'follow4follow', 'instamood',
      'nofilter', 'blackandwhite', 'vintage', 'retro']),
    ('self-care', array[
      'selfcare', 'selflove', 'wellness', 'mindfulness', 'meditation', 'growth',
      'personaldevelopment', 'motivate', 'lifecoach', 'mentalhealth']),
    ('events', array[
      'event', 'celebration', 'partytime', 'birthday', 'anniversary', 'festival',
      'gathering', 'gettogether', 'nightlife', 'club']),
    ('training', array[
      'strong', 'fit', 'noexcuses', 'trainhard', 'cardio', 'fitnessjourney',
      'healthyliving', 'weightloss', 'progress', 'gymtime']),
    ('places', array[
      'paradise', 'cityscape', 'destination', 'getaway', 'exploring', 'bucketlist',
      'localtravel', 'worldtravel', 'globetrotting', 'traveladdict'])
) as seed (theme, tags)
cross join unnest(seed.tags) as seed_tag (tag);

grant select, insert, update, delete on insights.tag_theme to insights_service;
grant select on insights.tag_theme to insights_reader;
grant select on insights.flyway_schema_history to insights_service, insights_reader;
