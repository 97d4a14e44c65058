// SPDX-License-Identifier: Apache-2.0
#include "base/child_process.hpp"
#include "base/text.hpp"
#include "library.hpp"

#include <gtest/gtest.h>

namespace poa::documents::test {
namespace {

using poa::test::Engine;

class DocumentCommands : public testing::TestWithParam<Engine> {
  protected:
    Library library{GetParam()};
};
INSTANTIATE_TEST_SUITE_P(Both, DocumentCommands, testing::ValuesIn(poa::test::engines_under_test()),
                         poa::test::engine_name);

const std::string sample =
    "# Sample paper\n\n## Aims\n\nThe committee studies turbines.\n\n1. See A/78/76 and resolution 77/37.\n";

std::string fact(const ledger::Recorded& recorded, std::string_view name) {
    for (const auto& [key, value] : recorded.entry.facts)
        if (key == name) return value;
    return {};
}

TEST_P(DocumentCommands, DOC_04_ImportKeepsDocumentPassagesAndRecord) {
    Imported done = library.add(sample, "sample.txt");
    EXPECT_TRUE(done.is_new);
    EXPECT_EQ(done.slug, "sample");
    EXPECT_EQ(done.number, 1);
    library.read([&](storage::Session& session) {
        auto document = find_document_by_slug(session, "sample");
        ASSERT_TRUE(document);
        EXPECT_EQ(document->title, "Sample paper");
        EXPECT_EQ(document->audience, Audience::everyone);
        auto passages =
            read_passages(session, PassageKey::of(done.version, 0), PassageKey::of(done.version, 99), 100);
        ASSERT_EQ(passages.size(), 4U);
        EXPECT_EQ(passages[2].passage.text, "The committee studies turbines.");
        EXPECT_EQ(passages[3].passage.marks.size(), 2U);
        EXPECT_EQ(passages[3].key.ordinal(), 3);
        EXPECT_EQ(find_passage(session, done.version, "para-1")->passage.label, "para. 1");
        EXPECT_EQ(citation_of(*document, passages[3].passage), "Sample paper, para. 1");
        EXPECT_EQ(read_outline(session, done.version).size(), 2U);
    });
    auto record = library.record_of("sample");
    ASSERT_EQ(record.size(), 1U);
    EXPECT_EQ(record[0].entry.act, "documents.import_document");
    EXPECT_EQ(record[0].entry.on_behalf, "secretariat");
    EXPECT_EQ(record[0].entry.audience, Audience::everyone);
    EXPECT_EQ(fact(record[0], "passages"), "4");
    EXPECT_EQ(fact(record[0], "source_sha256"), sha256(sample).hex());
}

TEST_P(DocumentCommands, TheSameBytesAgainChangeNothing) {
    library.add(sample, "sample.txt");
    Imported again = library.add(sample, "sample.txt");
    EXPECT_TRUE(again.unchanged);
    EXPECT_EQ(again.number, 1);
    EXPECT_EQ(library.record_of("sample").size(), 1U);
}

TEST_P(DocumentCommands, ChangedBytesMakeAVersionAndTheOldOneStaysReadable) {
    Imported first = library.add(sample, "sample.txt");
    Imported second = library.add(replace_all(sample, "turbines", "windmills"), "sample.txt");
    EXPECT_FALSE(second.is_new);
    EXPECT_EQ(second.number, 2);
    EXPECT_EQ(first.document, second.document);
    library.read([&](storage::Session& session) {
        auto versions = versions_of(session, first.document);
        ASSERT_EQ(versions.size(), 2U);
        EXPECT_FALSE(versions[0].is_current);
        EXPECT_TRUE(versions[1].is_current);
        EXPECT_EQ(find_passage(session, first.version, "p1")->passage.text,
                  "The committee studies turbines.");
        EXPECT_EQ(find_passage(session, second.version, "p1")->passage.text,
                  "The committee studies windmills.");
    });
    EXPECT_EQ(library.search("windmill").total, 1);
    EXPECT_EQ(library.search("turbine").total, 0);
    auto changes = library.read(
        [&](storage::Session& session) { return differences(session, first.version, second.version); });
    ASSERT_EQ(changes.size(), 4U);
    for (const ComparedPair& pair : changes) EXPECT_EQ(pair.equal, pair.left->ordinal() != 2);
    EXPECT_EQ(changes[2].right->version(), second.version);
}

TEST_P(DocumentCommands, TheFileItselfIsKeptByItsDigest) {
    TemporaryFolder folder;
    storage::FileStore originals(folder.path() / "originals");
    auto made = prepare_import({sample, "sample.txt", "text/plain"}, {}, names(), &originals);
    ASSERT_TRUE(made);
    EXPECT_EQ(made->audience, Audience::own_delegation); // the narrowest, until the caller widens it
    EXPECT_EQ(originals.get(made->source_digest), sample);
    EXPECT_EQ(originals.all().size(), 1U);
}

TEST_P(DocumentCommands, DOC_09_LanguagesStandBesideEachOther) {
    Imported english =
        library.add("A/99/1\n\nA sample text of the committee that is about turbines.\n", "a-99-1.txt");
    ImportDocument french =
        prepared("A/99/1\n\nUn texte de la commission pour les essais dans la langue.\n", "a-99-1-fr.txt");
    EXPECT_EQ(french.parsed.language, Language::french);
    french.translation = Translation::unofficial;
    auto refused = library.import(french);
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().has("documents.translator_required"));
    french.translator = "organisation:sample-translators";
    french.new_version = true;
    auto done = library.import(french);
    ASSERT_TRUE(done);
    EXPECT_EQ(done->document, english.document);
    library.read([&](storage::Session& session) {
        auto versions = versions_of(session, english.document);
        ASSERT_EQ(versions.size(), 2U);
        std::vector<Language> wanted = {Language::french};
        auto chosen = choose_version(versions, wanted);
        EXPECT_EQ(chosen->translator, "organisation:sample-translators");
        EXPECT_EQ(chosen->translation, Translation::unofficial);
        EXPECT_EQ(choose_version(versions, {})->language, Language::english);
    });
}

TEST_P(DocumentCommands, WhoMayNotImportIsRefusedAndNothingIsWritten) {
    library.by.may_import = false;
    auto done = library.import(prepared(sample, "sample.txt"));
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().kind, Refusal::Kind::not_permitted);
    EXPECT_FALSE(
        library.read([](storage::Session& session) { return find_document_by_slug(session, "sample"); }));
    EXPECT_TRUE(library.record_of("sample").empty());
}

TEST_P(DocumentCommands, ASlugOfAnotherSymbolIsRefused) {
    library.add("A/99/2\n\nSample text of one document.\n", "one.txt");
    ImportDocument other = prepared("A/99/3\n\nSample text of another document.\n", "two.txt");
    other.slug = "a-99-2";
    auto done = library.import(other);
    ASSERT_FALSE(done);
    EXPECT_TRUE(done.error().has("documents.slug_taken"));
}

TEST_P(DocumentCommands, RecognitionCanBePutRight) {
    Imported done = library.add(sample, "sample.txt");
    CorrectRecognition request;
    request.slug = "sample";
    request.symbol = "a/99/77";
    request.submitted_by = Actor{"state:KEN", "Kenya"};
    request.day = Day::of(2024, 5, 3);
    request.title = "A better title";
    auto corrected =
        library.work([&](ledger::Work& unit) { return correct_recognition(unit, library.by, request); });
    ASSERT_TRUE(corrected);
    EXPECT_EQ(corrected->symbol, "A/99/77");
    EXPECT_EQ(corrected->slug, "sample");
    EXPECT_EQ(corrected->revision, 2);
    SearchRequest by_state;
    by_state.query = "turbines";
    by_state.state = "KEN";
    EXPECT_EQ(library.search(by_state).total, 1);
    auto record = library.record_of("sample");
    ASSERT_EQ(record.size(), 2U);
    EXPECT_EQ(fact(record[0], "changed"), "title symbol day submitted_by");
    EXPECT_EQ(done.number, 1);
}

TEST_P(DocumentCommands, CorrectionsRefuseAllProblemsAtOnceAndStaleOnes) {
    library.add(sample, "sample.txt");
    CorrectRecognition request;
    request.slug = "sample";
    request.symbol = "no symbol";
    request.title = " ";
    auto refused =
        library.work([&](ledger::Work& unit) { return correct_recognition(unit, library.by, request); });
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().reasons.size(), 2U);
    request = {};
    request.slug = "sample";
    request.title = "x";
    request.revision = 9;
    refused =
        library.work([&](ledger::Work& unit) { return correct_recognition(unit, library.by, request); });
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().has("documents.stale"));
    request.slug = "none";
    refused =
        library.work([&](ledger::Work& unit) { return correct_recognition(unit, library.by, request); });
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, Refusal::Kind::not_found);
}

TEST_P(DocumentCommands, ALanguageReadWronglyIsPutRight) {
    Imported done = library.add(sample, "sample.txt");
    CorrectRecognition request;
    request.slug = "sample";
    request.language = {Language::english, Language::spanish};
    ASSERT_TRUE(
        library.work([&](ledger::Work& unit) { return correct_recognition(unit, library.by, request); }));
    SearchRequest spanish;
    spanish.query = "turbines";
    spanish.language = Language::spanish;
    EXPECT_EQ(library.search(spanish).total, 1);
    spanish.language = Language::english;
    EXPECT_EQ(library.search(spanish).total, 0);
    EXPECT_EQ(library.read(
                  [&](storage::Session& session) { return find_version(session, done.version)->language; }),
              Language::spanish);
}

TEST_P(DocumentCommands, WithdrawnDocumentsAreNotFoundBySearchButStayReadable) {
    library.add(sample, "sample.txt");
    auto withdraw = [&](const std::string& reason) {
        return library.work([&](ledger::Work& unit) {
            return withdraw_document(unit, library.by, {"sample", reason});
        });
    };
    EXPECT_TRUE(withdraw(" ").error().has("documents.reason_required"));
    ASSERT_TRUE(withdraw("Sent by mistake."));
    EXPECT_EQ(library.search("turbines").total, 0);
    auto document =
        library.read([](storage::Session& session) { return find_visible_document(session, {}, "sample"); });
    ASSERT_TRUE(document);
    EXPECT_TRUE(document->withdrawn_at);
    EXPECT_TRUE(withdraw("Again.").error().has("documents.withdrawn"));
    auto again = library.import(prepared(sample + "more\n", "sample.txt"));
    ASSERT_FALSE(again);
    EXPECT_TRUE(again.error().has("documents.withdrawn"));
}

TEST_P(DocumentCommands, CitationsAreResolvedWhenTheCitedDocumentArrives) {
    Imported paper = library.add(sample, "sample.txt");
    auto cited = [&] {
        return library.read(
            [&](storage::Session& session) { return citations_out(session, {}, paper.version); });
    };
    ASSERT_EQ(cited().size(), 2U);
    EXPECT_EQ(cited()[0].symbol, "A/78/76");
    EXPECT_EQ(cited()[0].slug, "");
    library.add("A/78/76\n\nA sample text that is not the report.\n", "x.txt");
    EXPECT_EQ(cited()[0].slug, "a-78-76");
    auto citing =
        library.read([](storage::Session& session) { return citations_in(session, {}, "A/78/76", {}, 10); });
    ASSERT_EQ(citing.size(), 1U);
    EXPECT_EQ(citing[0].anchor, "para-1");
    EXPECT_EQ(citing[0].document.slug, "sample");
}

TEST_P(DocumentCommands, TheReportIsImportedWithItsReplies) {
    Imported done = library.add_seed("a-78-76.txt");
    EXPECT_EQ(done.slug, "a-78-76");
    EXPECT_EQ(done.replies, 37U);
    library.read([&](storage::Session& session) {
        auto replies = read_replies(session, done.version);
        ASSERT_EQ(replies.size(), 37U);
        EXPECT_EQ(replies[11].state, "EGY");
        EXPECT_EQ(replies[11].day->iso(), "2023-04-11");
        auto passage = find_passage(session, done.version, "egy/para-17");
        ASSERT_TRUE(passage);
        EXPECT_EQ(citation_of(*find_document(session, done.document), passage->passage),
                  "A/78/76, Egypt, para. 17");
        auto of_egypt = replies_of_state(session, {}, "EGY", 10);
        ASSERT_EQ(of_egypt.size(), 1U);
        EXPECT_EQ(of_egypt[0].document.slug, "a-78-76");
        auto range = section_range(read_outline(session, done.version), *find_version(session, done.version),
                                   "egy/section-iv");
        ASSERT_TRUE(range);
        auto section = read_passages(session, range->first, range->last, 200);
        EXPECT_EQ(section.front().passage.anchor, "egy/section-iv");
        EXPECT_EQ(section.back().passage.anchor, "egy/para-28");
        EXPECT_TRUE(read_import_report(session, done.version).remarks.empty());
    });
}

TEST_P(DocumentCommands, ListsAreStableWhileDocumentsComeIn) {
    for (int i = 0; i < 7; ++i)
        library.add("# Paper " + std::to_string(i) + "\n\nText.\n", "paper-" + std::to_string(i) + ".txt");
    std::vector<std::string> seen;
    ListPlace place;
    for (int page = 0; page < 4; ++page) {
        auto listed = library.read(
            [&](storage::Session& session) { return list_documents(session, {}, {}, place, 2); });
        for (const Document& document : listed) seen.push_back(document.slug);
        if (!listed.empty()) place = {listed.back().created_at, listed.back().id.number};
        library.add("# Late " + std::to_string(page) + "\n\nText.\n",
                    "late-" + std::to_string(page) + ".txt");
    }
    EXPECT_EQ(seen, (std::vector<std::string>{"paper-6", "paper-5", "paper-4", "paper-3", "paper-2",
                                              "paper-1", "paper-0"}));
}

TEST_P(DocumentCommands, AVersionForFewerReadersDoesNotJoinAPublicDocument) {
    library.add("Plan\n\nThe open words of the plan.\n", "plan.txt");
    ImportDocument narrow = prepared("Plan\n\nWords for Member States alone.\n", "plan.txt");
    narrow.audience = Audience::member_states;
    auto refused = library.import(narrow);
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().has("documents.audience_differs"));
    EXPECT_EQ(library.search("alone", Reader{}).total, 0);
}

TEST_P(DocumentCommands, AKnownSymbolOrFileNameBecomesNoVersionByItself) {
    library.add("A/99/1\n\nThe words that are on the record.\n", "a-99-1.txt");
    library.add("# Paper\n\nThe words of the paper.\n", "paper.txt");
    ImportDocument same_symbol = prepared("A/99/1\n\nOther words, about lanterns.\n", "mine.txt");
    ImportDocument same_name = prepared("# Another title\n\nOther words, about lanterns.\n", "paper.txt");
    ImportDocument french = prepared("A/99/1\n\nUn texte de la commission pour les lanternes.\n", "f.txt");
    for (ImportDocument* request : {&same_symbol, &same_name, &french}) {
        auto refused = library.import(*request);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().kind, Refusal::Kind::conflict);
        EXPECT_TRUE(refused.error().has("documents.already_there"));
    }
    auto reason = library.import(same_symbol).error().reasons.front();
    EXPECT_EQ(reason.facts, (std::vector<std::pair<std::string, std::string>>{
                                {"name", "A/99/1"}, {"slug", "a-99-1"}, {"symbol", "A/99/1"}}));
    EXPECT_EQ(library.search("lanterns").total, 0);
    EXPECT_EQ(library.record_of("a-99-1").size(), 1U);
    same_symbol.new_version = true;
    auto done = library.import(same_symbol);
    ASSERT_TRUE(done);
    EXPECT_EQ(done->number, 2);
    ImportDocument again = prepared("A/99/1\n\nOther words, about lanterns.\n", "mine.txt");
    EXPECT_TRUE(library.import(again)->unchanged) << "the same bytes need no word";
}

TEST_P(DocumentCommands, RepetitionsAreFoundWhicheverComesFirst) {
    Imported canada = library.add_seed("canada.txt");
    EXPECT_TRUE(canada.repetitions.empty());
    Imported report = library.add_seed("a-78-76.txt");
    ASSERT_EQ(report.repetitions.size(), 1U);
    EXPECT_EQ(report.repetitions[0].left_version, canada.version);
    EXPECT_EQ(report.repetitions[0].right_anchor, "can");
    EXPECT_GT(report.repetitions[0].shared, 0.7);
    Imported zealand = library.add_seed("new-zealand.txt");
    ASSERT_EQ(zealand.repetitions.size(), 1U);
    EXPECT_EQ(zealand.repetitions[0].right_anchor, "nzl");
    EXPECT_TRUE(library.add_seed("cyberpeace-institute.txt").repetitions.empty());
    EXPECT_TRUE(library.add_seed("multistakeholder-paper.txt").repetitions.empty());
    library.read([&](storage::Session& session) {
        auto pairs = pairs_of(session, zealand.repetitions[0].id, 0, 100);
        int equal = 0, changed = 0;
        for (const ComparedPair& pair : pairs) {
            equal += pair.equal;
            changed += pair.left && pair.right && !pair.equal;
        }
        EXPECT_GT(changed, 8);
        EXPECT_EQ(comparisons_of(session, report.version).size(), 2U);
        EXPECT_EQ(comparisons_of(session, canada.version).size(), 1U);
    });
}

} // namespace
} // namespace poa::documents::test
