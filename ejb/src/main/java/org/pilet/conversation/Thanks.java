package org.pilet.conversation;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Knows a message that says thanks and nothing else, in the languages of the house. Every phrase of it must be one that is
 * known: a word too many makes it a message like any other, since a ticket that stays closed over a real question is worse
 * than one that is opened for a courtesy.
 */
final class Thanks {

    private static final int LONGEST = 400;
    private static final int LONGEST_NAME = 3;
    private static final int LONGEST_SIGNATURE = 4;

    /** Without one of these nothing is thanks. */
    private static final Set<String> CORE = words("""
            thanks thank thankyou thx tnx ty cheers grateful appreciated appreciate gratitude
            aitäh aitähh tänan täname tänud tänu tänuga tänulik
            mulțumesc multumesc mulţumesc mulțumim multumim mulţumim mersi merci recunoscător recunoscătoare
            köszönöm köszönjük köszi köszönet hálás hálásan köszike
            спасибо благодарю благодарим благодарен благодарна признателен признательна спс
            ممنون ممنونم متشکرم متشکر مرسی سپاس سپاسگزارم سپاسگزار تشکر متشکریم ممنونیم سپاسگزاریم""");

    /** May stand around those within one phrase; none of them asks for or complains of anything. */
    private static final Set<String> AROUND = words("""
            you u so very much many most lots a lot again for the your all and to of this that it everything indeed really
            i we am are kindly truly sincerely greatly my our us team guys everyone sir madam
            quick fast prompt rapid swift speedy kind great good excellent wonderful amazing nice super
            help helping support supporting assistance answer reply response solution fix fixing solving resolving fixed
            solved issue problem effort efforts service work time matter done ever once
            suur suured suurimad väga palju teid teile teie sind sulle sinu selle eest kiire kiiret kiirele abi abile
            vastuse vastus lahenduse lahendus toe meeldiv hea südamest veel kord meie poolt kõigile kõige
            vă va foarte mult multe frumos pentru ajutor ajutorul sprijin sprijinul rapid rapidă promptă răspuns răspunsul
            rezolvare rezolvarea soluție soluția tot toate și si din suflet inimă încă odată o dată tuturor încântat promt
            nagyon szépen a az gyors segítséget segítségét segítségüket segítség választ válasz megoldást megoldás mindent
            önnek önöknek még egyszer és ezt hálásan kedves szíves munkát munkájukat munkáját is
            большое огромное вам тебе за быструю быстрый быстрое оперативную оперативность помощь ответ решение все еще раз
            очень от души сердечно и всем вашу ваш поддержку работу скорость
            از شما تو خیلی بسیار بابت برای کمک راهنمایی پاسخ پاسخگویی جواب سریع سریعتان سریعتون خوب خوبتان تان تون زیاد
            فراوان همه و با لطف لطفتان زحمات زحمت همراهی پشتیبانی رسیدگی پیگیری پیگیریتان حل مشکل میکنم میکنیم می کنم کنیم هستم هستیم
            صمیمانه جناب سرکار آقای خانم ام دوستان عزیز گرامی""");

    /** Whole phrases that often stand beside thanks, with what may come before and after them. */
    private static final Pattern PHRASE = Pattern.compile("""
            (?:(?:and|so|yes|ok|okay|now|well|wow|oh|hi|hello|great|perfect) )*(?:\
            (?:ok|okay|yes|great|good|fine|nice|perfect|excellent|super|brilliant|awesome|wonderful|amazing|fantastic|lovely|cool|done|received|understood|noted|got it|all good|very good)\
            |(?:it|that|this|everything|all|the problem|the issue|your solution|the fix|it all) (?:just )?(?:works?|worked|is working|did it|did the trick|helped|solved it|fixed it|has helped|is fine|is ok|is okay|is good|is perfect|is great|is well|is solved|is fixed|is resolved|was solved|was fixed|has been solved|has been fixed|has been resolved|looks good|is clear)\
            |works|working|worked|problem solved|issue solved|problem fixed|issue resolved|problem resolved|solved|fixed|resolved\
            |(?:you|we) (?:can|may) (?:now )?close (?:the|this|my|it)(?: (?:request|ticket|case|issue|one))?|please close (?:the|this|my|it)(?: (?:request|ticket|case|issue))?\
            |(?:have|wish you|wishing you) (?:a |an )?(?:nice|good|great|lovely|wonderful|pleasant) (?:day|week|weekend|evening|time|one)|(?:you are|you're|youre) (?:the best|great|awesome|a star)|(?:great|good|nice|excellent) (?:job|work|service|support))\
            (?: (?:now|again|well|fine|perfectly|great|nicely|for (?:me|us)|as expected|too|already|here))*\
            |(?:(?:ja|nii|nüüd|jah|okei|ok) )*(?:väga hea|suurepärane|super|tore|korras|kõik (?:on )?(?:nüüd )?(?:korras|hästi|töötab|toimib|olemas)|(?:see )?(?:nüüd )?(?:töötab|toimib|aitas)(?: (?:nüüd|kõik|jälle|ideaalselt|hästi))*|(?:probleem|mure) (?:on |sai )?(?:nüüd )?(?:lahendatud|lahenenud|lahenes|lahendus|korras)|(?:selle |minu )?(?:pöördumise|pileti|juhtumi) või(?:b|te) (?:nüüd )?(?:sulgeda|lõpetada|kinni panna)|või(?:b|te) (?:selle )?(?:sulgeda|lõpetada)|(?:ilusat|kena|head|toredat) (?:päeva|õhtut|nädalat|nädalavahetust|nädalalõppu)(?: jätku)?)\
            |(?:(?:și|si|da|ok|acum) )*(?:perfect|excelent|super|minunat|grozav|foarte bine|e în regulă|(?:acum )?(?:totul|tot) (?:e|este|merge|funcționează)(?: (?:bine|perfect|în regulă|ok))?|(?:a|acum) (?:funcționat|mers|merge|funcționează)|merge|funcționează|acum totul este în regulă|(?:problema|cererea) (?:a fost|este|s-a|e) (?:rezolvată|rezolvat|remediată)|s-a rezolvat|(?:acum )?(?:puteți|poți|se poate) închide (?:această |aceasta |acest |cererea|solicitarea|tichetul|cazul)(?:solicitare|cerere|tichet|caz)?|(?:o |vă doresc o |să aveți o )?(?:zi|seară|săptămână) (?:bună|frumoasă|plăcută)|weekend plăcut)(?: (?:acum|perfect|bine|din nou))*\
            |(?:(?:és|igen|ok|most|most már|így) )*(?:rendben|szuper|remek|kiváló|nagyszerű|tökéletes|nagyon jó|sikerült|(?:most |már )*minden (?:rendben(?: van)?|működik|jó)|(?:most |már )*működik|megoldódott|megoldva|bevált|(?:a )?(?:probléma|hiba|gond) megoldódott|(?:a )?(?:bejelentést|kérést|jegyet|ügyet) (?:le)?zárhat(?:ják|ja|játok)|lezárhat(?:ják|ja|játok)(?: (?:a )?(?:bejelentést|kérést|jegyet|ügyet))?|(?:szép|jó|további szép) (?:napot|hetet|hétvégét|estét)(?: kívánok)?)(?: (?:már|most|jól|tökéletesen|újra))*\
            |(?:(?:и|да|ок|теперь|ну) )*(?:отлично|супер|прекрасно|замечательно|здорово|хорошо|понятно|принято|класс|все (?:получилось|заработало|работает|в порядке|хорошо|отлично|ок)|теперь все (?:в порядке|работает|хорошо)|заработало|работает|помогло|получилось|(?:проблема|вопрос) (?:решена|решен|решилась|решился|закрыт)|(?:обращение|заявку|запрос|тикет) можно (?:закрыть|закрывать)|можно (?:закрыть|закрывать)(?: (?:обращение|заявку|запрос|тикет))?|(?:хорошего|приятного|доброго|удачного) (?:дня|вечера)|(?:хороших|приятных) выходных)(?: (?:теперь|сейчас|отлично|хорошо))*\
            |(?:(?:و|بله|خب|الان|اکنون) )*(?:عالی|عالی شد|عالی بود|خوب|خوب شد|درست شد|حل شد|مشکل حل شد|مشکلم حل شد|مشکل برطرف شد|برطرف شد|(?:الان |اکنون )?همه چیز (?:درست|خوب|عالی|مرتب) (?:است|شد|هست)|(?:الان |اکنون )?(?:کار می کند|کار میکند|درست کار می کند|کار کرد)|می توانید (?:این |درخواست )(?:درخواست |تیکت |را )*(?:را )?(?:ببندید)|میتوانید (?:این )?(?:درخواست|تیکت) را ببندید|روز خوبی داشته باشید|روز خوش|روزتان خوش|خسته نباشید|موفق باشید|خدا قوت)""");

    private static final Set<String> GREETING = words("""
            hello hi hey dear good morning afternoon evening team all sir madam everyone mr mrs ms
            tere tervist tervitus hei päevast hommikust õhtust lugupeetud hea kallis
            bună buna ziua dimineața seara salut stimate stimată stimați dragă domnule doamnă
            szia sziasztok helló jó napot kedves tisztelt reggelt estét hölgyem uram
            здравствуйте здравствуй привет добрый день утро вечер доброе уважаемый уважаемая уважаемые коллеги
            سلام درود وقت بخیر صبح عصر شب روز با و احترام جناب آقای خانم سرکار گرامی عزیز محترم همکار همکاران""");

    private static final Pattern FAREWELL = Pattern.compile(
            "(?:with |my )?(?:best|kind|warm|kindest|warmest)?\\s?(?:regards|wishes|best)"
                    + "|yours (?:sincerely|faithfully|truly)|sincerely(?: yours)?|(?:parimate |sõbralike )?tervitustega|(?:teie )?lugupidamisega|parimat"
                    + "|(?:cu )?(?:stimă|respect|drag|salutări)|toate cele bune|(?:szívélyes |baráti )?üdvözlettel|tisztelettel|üdv"
                    + "|с уважением|с наилучшими пожеланиями|всего (?:доброго|наилучшего)|با احترام|با تشکر و احترام|ارادتمند|با سپاس|با آرزوی موفقیت");

    /** With one of these, however it is written, somebody goes on. */
    private static final Set<String> TROUBLE = words("""
            ps p.s btw nb not no still but however again another also please wait why when error broken failed unfortunately
            ei aga kuid ikka jälle palun viga nu dar însă încă iar eroare nem de még megint sajnos kérem hiba
            не нет но опять снова однако пожалуйста ошибка пс""");

    /** A question, a number or a sad face: more than thanks. */
    private static final Pattern MORE = Pattern.compile("[?؟\\p{Nd}]|[:;]-?\\(|https?:");

    private static final Pattern SMILE = Pattern.compile("[:;=][-'^]?[)DPpd\\]]+(?![\\p{L}])|\\){2,}");
    private static final Pattern PHRASES_END = Pattern.compile("[.!,;…\\n،؛]+|\\s[-–—]\\s");

    private final Set<String> names;

    /**
     * @param names of people who may be greeted or sign, as they are known here; a name that begins with a capital letter
     *     needs not be known
     */
    private Thanks(Collection<String> names) {
        this.names = words(String.join(" ", names));
    }

    /** Whether the text, without what it quotes, says thanks and nothing else. */
    static boolean only(String text, Collection<String> names) {
        return new Thanks(names).only(text == null ? "" : text);
    }

    private boolean only(String text) {
        String own = OwnWords.of(text)
                .own()
                .lines()
                .filter(line -> !line.startsWith(">"))
                .collect(Collectors.joining("\n"))
                .strip();
        if (own.length() > LONGEST || MORE.matcher(own).find()) {
            return false;
        }
        List<String> phrases = Stream.of(PHRASES_END.split(SMILE.matcher(own).replaceAll("\n")))
                .filter(phrase -> !plain(phrase).isEmpty())
                .toList();
        boolean thanked = false;
        for (int i = 0; i < phrases.size(); i++) {
            String phrase = phrases.get(i);
            if (FAREWELL.matcher(plain(phrase)).matches()) {
                return thanked && isSignature(phrases.subList(i + 1, phrases.size()));
            }
            boolean thanks = isThanks(phrase);
            boolean known = thanks
                    || i == 0 && isGreeting(phrase)
                    || PHRASE.matcher(plain(phrase)).matches();
            if (!known) {
                return thanked && i == phrases.size() - 1 && isName(phrase); // signed without a farewell
            }
            thanked |= thanks;
        }
        return thanked;
    }

    /** One of the words of thanks, and around it nothing but what is said with it, or whom it is said to. */
    private boolean isThanks(String phrase) {
        boolean core = false;
        int strangers = 0;
        for (String word : letters(phrase).split(" ")) {
            if (CORE.contains(plain(word))) {
                core = true;
            } else if (!AROUND.contains(plain(word))) {
                if (!core || !mayBeName(word)) {
                    return false;
                }
                strangers++;
            }
        }
        return core && strangers <= LONGEST_NAME;
    }

    private boolean isGreeting(String phrase) {
        List<String> others = Stream.of(letters(phrase).split(" "))
                .dropWhile(word -> GREETING.contains(plain(word)))
                .toList();
        return others.size() < letters(phrase).split(" ").length
                && others.size() <= LONGEST_NAME
                && others.stream().allMatch(word -> GREETING.contains(plain(word)) || mayBeName(word));
    }

    /** What follows the farewell: names, a calling, a company, each in a few words. */
    private boolean isSignature(List<String> lines) {
        return lines.size() <= LONGEST_SIGNATURE && lines.stream().allMatch(this::isName);
    }

    private boolean isName(String line) {
        String[] written = letters(line).split(" ");
        return written.length <= LONGEST_NAME && Stream.of(written).allMatch(this::mayBeName);
    }

    /** Begins with a capital and goes on without: what is shouted is no name. */
    private boolean mayBeName(String word) {
        boolean written = word.codePoints().limit(1).allMatch(Character::isUpperCase)
                && (word.length() == 1 || word.codePoints().skip(1).anyMatch(Character::isLowerCase));
        return written && !TROUBLE.contains(plain(word)) || names.contains(plain(word));
    }

    /** Letters and apostrophes only, single spaces. */
    private static String letters(String phrase) {
        return phrase.replace('’', '\'').replaceAll("[^\\p{L}\\p{M}'-]+", " ").strip();
    }

    private static String plain(String phrase) {
        return letters(phrase)
                .toLowerCase(Locale.ROOT)
                .replace('ё', 'е')
                .replace('ي', 'ی')
                .replace('ك', 'ک')
                .replace('ş', 'ș')
                .replace('ţ', 'ț');
    }

    private static Set<String> words(String block) {
        return Stream.of(block.split("\\s+"))
                .map(Thanks::plain)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
