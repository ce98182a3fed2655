/**
 * The words that names in a thread are made of ("Quiet Heron"), each chosen by reading: birds, trees
 * and plants, weather and sky, water and land, tools of the hand, light. None clinical, none said to
 * insult, none that hurts or restrains, no body, no colour said of people, no slang for a drug.
 */
const listed = (text: string): readonly string[] => text.trim().split(/\s+/);

export const names = {
  adjectives: listed(`
    Acorn Airy Alpine Amber Apricot April Arctic Attentive August Autumn Azure Balmy Beaming Berry
    Birchen Blossoming Bluebell Bold Boreal Braided Breezy Brief Bright Brisk Bronze Bubbling
    Burnished Busy Calm Candid Carved Cedar Cerulean Chiming Cinnamon Citrus Clear Clement Clever
    Climbing Clover Coastal Cobalt Constant Cool Coral Cordial Cosy Courteous Crimson Crisp
    Curious Dancing Dappled Daring Daylight December Dewy Diligent Eager Early Earnest Earthen
    Easterly Emerald Even Evening Evergreen Fabled Faithful Fallow Famous Far Feathered Ferny
    Festive Fine Firm Fleecy Fleet Floating Flowing Fluent Flying Fond Forest Forthright Fragrant
    Frank Fresh Friendly Frosted Fruitful Gallant Garden Garnet Gathering Generous Genial Gentle
    Gilded Gleaming Glowing Golden Graceful Grassy Handmade Hardy Harmonious Harvest Hearty
    Heather Highland Honest Honeyed Hopeful Humble Humming Indigo Inland Inquiring Island Jade
    January Jasmine Jaunty July June Juniper Keen Kind Kindled Lakeside Lasting Lavender Leafy
    Learned Lemon Level Lilac Limber Linen Listening Lively Loyal Luminous Lyrical Maple March
    Marine Meadow Measured Melodic Merry Midnight Minty Misted Modest Moonlit Morning Mossy
    Mulberry Musical Near Neat Neighbourly New Nimble Noble Northern Noted November Oaken Ochre
    October Onward Opal Open Orchard Outdoor Pastel Patterned Peaceful Peach Pearly Pebbled
    Petalled Placid Playful Pleasant Plum Poetic Polished Polite Prairie Primrose Prompt Purple
    Quick Quiet Quilted Radiant Rainy Rare Ready Reedy Resting Rippling Rising Roaming Rolling
    Rooted Rosy Roving Ruby Russet Rustic Saffron Sage Sandalwood Sandy Sapphire Seaside September
    Serene Shaded Shining Shore Silken Silver Sincere Singing Sky Slate Smooth Snowy Soaring
    Sociable Southern Sparkling Speckled Spirited Sprightly Spring Starlit Steadfast Steady Still
    Strolling Summer Sunlit Sunny Sure Swaying Tangerine Tawny Teal Thoughtful Tidal Tidy Timber
    Topaz Tranquil Travelling True Trusty Tuneful Turquoise Umber Unhurried Upland Upright Valiant
    Valley Velvet Verdant Vermilion Violet Vivid Walking Warm Watchful Wayside Welcome Western
    Whistling Willing Windswept Winged Winsome Winter Wise Witty Woodland Woollen Woven Zesty
  `),
  nouns: listed(`
    Avocet Bittern Blackcap Brambling Bullfinch Bunting Chaffinch Chiffchaff Chough Corncrake
    Crane Crossbill Curlew Dabchick Dipper Dunlin Dunnock Egret Eider Fieldfare Finch Firecrest
    Flycatcher Fulmar Gadwall Gannet Garganey Godwit Goldcrest Goldeneye Goldfinch Goshawk Grebe
    Greenfinch Greenshank Guillemot Harrier Heron Hobby Hoopoe Jackdaw Jay Kestrel Kingfisher Kite
    Kittiwake Lapwing Lark Linnet Mallard Martin Merlin Moorhen Nightingale Nightjar Oriole Osprey
    Ouzel Owl Oystercatcher Partridge Peregrine Petrel Phalarope Pintail Pipit Plover Pochard
    Ptarmigan Puffin Quail Razorbill Redpoll Redshank Redstart Redwing Robin Sanderling Sandpiper
    Shearwater Shelduck Shoveler Siskin Skylark Sparrow Spoonbill Starling Stilt Stonechat Stork
    Swan Swift Teal Tern Thrush Treecreeper Turnstone Wagtail Warbler Waxwing Wheatear Whimbrel
    Whinchat Whitethroat Wigeon Woodlark Wren Wryneck Yaffle Yellowhammer

    Acacia Alder Almond Apple Aspen Bamboo Banyan Baobab Bay Beech Birch Blackthorn Boxwood
    Bramble Buckthorn Catalpa Cedar Cherry Cypress Dogwood Elm Fig Fir Ginkgo Gorse Hawthorn Hazel
    Heather Holly Hornbeam Ivy Jasmine Juniper Larch Laurel Lilac Linden Magnolia Mahogany Maple
    Mimosa Mulberry Myrtle Oak Olive Osier Palm Pear Pine Plum Pomelo Poplar Quince Redwood Rowan
    Sequoia Spruce Sycamore Tamarisk Teak Viburnum Willow Wisteria

    Anemone Angelica Aster Barley Basil Begonia Bergamot Betony Bluebell Borage Bracken Bryony
    Burnet Buttercup Camellia Campion Celandine Chamomile Chervil Chicory Clematis Clover
    Columbine Comfrey Coriander Cornflower Crocus Cyclamen Daffodil Dahlia Fennel Fern Flax
    Forsythia Foxtail Freesia Fuchsia Gentian Geranium Harebell Honeysuckle Hyacinth Hydrangea
    Hyssop Iris Larkspur Lavender Lichen Lily Lovage Lupin Mallow Marigold Marjoram Meadowsweet
    Mint Moss Nasturtium Oregano Orchid Peony Periwinkle Petunia Pimpernel Plantain Primrose
    Rosemary Saffron Samphire Saxifrage Sedge Snowdrop Sorrel Speedwell Sunflower Tansy Teasel
    Thistle Thrift Thyme Tulip Verbena Vetch Violet Watercress Woodruff Yarrow Zinnia

    Afterglow Aurora Breeze Cirrus Cloud Cumulus Daybreak Dew Drizzle Dusk Equinox Frost Halo
    Horizon Moonlight Moonrise Nimbus Raindrop Rainbow Skylight Snowfall Solstice Starlight
    Stratus Sunbeam Sunrise Sunshine Twilight Weather Westwind Zephyr

    Bayou Beach Beacon Beck Boulder Bourne Brook Cascade Clearing Coast Combe Cove Creek Dale Dell
    Dune Eddy Estuary Fen Field Fjord Ford Fountain Glade Glen Grove Harbour Haven Heath Hedgerow
    Hill Hillside Inlet Island Islet Lagoon Lake Lakeland Loch Lowland Marsh Meadow Millpond
    Mountain Oasis Orchard Pasture Pebble Pond Pool Prairie Rapids Reef Ridge Rill Ripple River
    Riverbank Rivulet Sandbank Savannah Sea Seashore Shingle Shoal Shore Skerry Spinney
    Springwater Stream Summit Terrace Tidewater Tributary Tundra Upland Valley Wetland Woodland

    Abacus Almanac Anvil Atlas Awning Barometer Basket Bellows Bobbin Bookend Bookmark Bowl Brush
    Button Canoe Canvas Cart Clock Compass Cushion Dinghy Easel Fiddle Flute Gate Globe Harp
    Inkwell Kettle Ladle Lathe Loom Lute Mandolin Map Mitten Notebook Oar Paintbrush Paper Parasol
    Pencil Pestle Piccolo Pitcher Plough Quill Quilt Rowboat Rudder Ruler Sail Satchel Shuttle
    Sketchbook Spindle Sundial Teacup Teapot Telescope Thimble Trellis Trowel Tapestry Umbrella
    Viola Violin Weathervane Wheelbarrow Whisk Windmill Workbench Yarn

    Beam Brightness Candlelight Ember Firefly Firelight Gleam Glimmer Glint Glow Lamp Lamplight
    Lantern Lighthouse Lustre Prism Shimmer Sparkle Spark Sheen Skyglow Stardust
  `),
  /** No name in a thread may contain one of these as a word, or look as if it did. */
  reservedWords: ["moderator", "moderators", "admin", "administrator", "operator", "firsthand"],
  /** No name in a thread may be one of these, or look like it. */
  reservedNames: [
    "staff",
    "team",
    "the team",
    "help",
    "support",
    "system",
    "mod",
    "mods",
    "the mods",
    "mod team",
    "anonymous",
    "somebody",
    "guest",
    "deleted",
    "removed",
    "taken back",
    "pen name",
    "thread name",
    "a thread name",
  ],
  /** How the public log calls whoever runs the server. */
  operator: "the operator",
};
