// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/module.hpp"

#include "capabilities/documents/module_bytes.hpp"
#include "capabilities/documents/module_inputs.hpp"
#include "capabilities/documents/pages_drawing.hpp"
#include "capabilities/documents/pages_loading.hpp"
#include "capabilities/documents/permissions.hpp"
#include "capabilities/identity/faces.hpp"

namespace poa::documents {
namespace {

using web::Done;
using web::Entered;
using web::Url;
using web::Visit;

/// A page that is one read of the database.
template <class Page, class Query, class Load, class Draw>
void add_read(web::Routes& routes, const ModuleLinks& links, std::string pattern, std::string name,
              std::string_view summary, Load load, Draw draw) {
    routes.page<Page>(
        std::move(pattern), {std::move(name), summary}, input_of(Of<Query>{}),
        [links, load](const Visit& visit, const Query& query) {
            return links.database.read(
                [&](storage::Session& session) { return load(session, visit, query); });
        },
        draw);
}

members::Language language_of(const Visit& visit) {
    return members::parse_language(visit.in.code()).value_or(members::Language::en);
}

StateChoices state_choices(const ModuleLinks& links, const Visit& visit) {
    StateChoices choices;
    auto states = links.states.now();
    for (const members::State* state : states->states(language_of(visit)))
        choices.emplace_back(state->iso3.text(), state->display(language_of(visit)));
    return choices;
}

void add_pages(web::Routes& routes, const ModuleLinks& links) {
    add_read<DocumentsPage, ListQuery>(routes, links, "/documents", "documents.list", N_("All documents"),
                                       load_list, draw_list);
    add_read<ReaderPage, DocumentQuery>(routes, links, "/documents/{document}", "documents.read",
                                        N_("One document, to read"), load_reader, draw_reader);
    add_read<ReaderPage, DocumentQuery>(routes, links, "/documents/{document}/sections/{section...}",
                                        "documents.section", N_("One section or reply, to read"), load_reader,
                                        draw_reader);
    add_read<WholePage, WholeQuery>(routes, links, "/documents/{document}/whole", "documents.whole",
                                    N_("A whole document, part by part or for paper"), load_whole,
                                    draw_whole);
    add_read<PassagesPage, DocumentQuery>(routes, links, "/documents/{document}/passages",
                                          "documents.passages", N_("The passages of a document"),
                                          load_passages, draw_passages);
    add_read<PassagePage, PassageQuery>(routes, links, "/documents/{document}/passages/{passage...}",
                                        "documents.passage", N_("One passage"), load_passage, draw_passage);
    add_read<RepliesPage, DocumentQuery>(routes, links, "/documents/{document}/replies", "documents.replies",
                                         N_("The replies in a document"), load_replies, draw_replies);
    add_read<CitationsPage, DocumentQuery>(
        routes, links, "/documents/{document}/citations", "documents.citations",
        N_("What a document cites and where it is cited"), load_citations, draw_citations);
    add_read<ImportReportPage, DocumentQuery>(
        routes, links, "/documents/{document}/import-report", "documents.import_report",
        N_("What the importer was not sure of"), load_import_report, draw_import_report);
    add_read<ComparisonPage, ComparisonQuery>(
        routes, links, "/documents/{document}/comparisons/{comparison}", "documents.comparison",
        N_("Two texts that repeat each other, side by side"), load_comparison, draw_comparison);
    add_read<SearchPage, SearchAsked>(routes, links, "/search", "documents.search",
                                      N_("Search in all documents"), load_search,
                                      [links](const SearchPage& page, const Visit& visit) {
                                          return draw_search(page, visit, state_choices(links, visit));
                                      });
}

// --- commands
// --------------------------------------------------------------------------------------------------------

std::string registered_actor(const ModuleLinks& links, const std::string& key, Refusal& problems) {
    if (key.empty()) return {};
    auto states = links.states.now();
    bool known = (key.starts_with("state:") && states->by_iso3(key.substr(6)) != nullptr) ||
                 (key.starts_with("organisation:") && states->organisation(key.substr(13)) != nullptr);
    if (!known) problems.add_field("submitted_by", "documents.actor_unknown");
    return key;
}

/// Whoever uploads sends a file; what the importer says of its text is about that field.
Refusal about_file(Refusal refusal) {
    for (Reason& reason : refusal.reasons) reason.field = "file";
    return refusal;
}

Result<Done<ImportOutcome>> run_import(const ModuleLinks& links, const Visit& visit,
                                       const ImportUpload& request) {
    auto by = permitted("documents.import_document", identity::actor_of(visit));
    if (!by) return refuse(by.error());
    Refusal problems{Refusal::Kind::bad_input, {}};
    ImportHints hints;
    if (!request.symbol.empty()) {
        hints.symbol = Symbol::parse(request.symbol);
        if (!hints.symbol) problems.add_field("symbol", "documents.malformed_symbol");
    }
    hints.title = request.title;
    hints.file_name = request.file.filename;
    hints.language = parse_language_code(request.language);
    hints.submitted_by = registered_actor(links, request.submitted_by, problems);
    if (!problems.reasons.empty()) return refuse(std::move(problems));
    // Converting and analysing take longest: before the transaction.
    auto prepared = prepare_import({request.file.content, request.file.filename, request.file.content_type},
                                   hints, actor_names(*links.states.now()), &links.files);
    if (!prepared) return refuse(about_file(prepared.error()));
    prepared->audience = request.audience;
    prepared->translation = parse_translation(request.translation).value_or(Translation::original);
    prepared->translator = request.translator;
    prepared->part_of = request.part_of;
    prepared->new_version = request.new_version;
    auto done = ledger::in_turn(links.database, links.clock,
                                [&](ledger::Work& work) { return import_document(work, *by, *prepared); });
    if (!done) return refuse(done.error());
    ImportOutcome outcome{done->slug,
                          "/documents/" + done->slug,
                          done->number,
                          done->unchanged,
                          done->is_new,
                          static_cast<std::int64_t>(done->passages),
                          static_cast<std::int64_t>(done->replies),
                          static_cast<std::int64_t>(done->left_over),
                          static_cast<std::int64_t>(done->remarks)};
    return Done<ImportOutcome>{outcome, Url::of("documents", done->slug), {}, done->unchanged ? 200 : 201};
}

CorrectRecognition correction_of(const ModuleLinks& links, const CorrectionAsked& asked, Refusal& problems) {
    CorrectRecognition request;
    request.slug = asked.document;
    request.revision = asked.revision;
    if (!asked.title.empty()) request.title = asked.title;
    if (!asked.symbol.empty()) request.symbol = asked.symbol == "-" ? std::string() : asked.symbol;
    if (!asked.kind.empty()) request.kind = asked.kind;
    request.day = asked.day;
    if (asked.submitted_by == "-") {
        request.submitted_by = Actor{};
    } else if (std::string key = registered_actor(links, asked.submitted_by, problems);
               !key.empty() && problems.reasons.empty()) {
        auto states = links.states.now();
        std::string name = key.starts_with("state:")
                               ? std::string(states->display_name(key.substr(6), members::Language::en))
                               : states->organisation(key.substr(13))->name(members::Language::en);
        request.submitted_by = Actor{key, std::move(name)};
    }
    request.audience = parse_audience(asked.audience);
    auto from = parse_language_code(asked.language_from), to = parse_language_code(asked.language_to);
    if (from && to) request.language = std::pair(*from, *to);
    return request;
}

Result<Done<ChangeOutcome>> run_correction(const ModuleLinks& links, const Visit& visit,
                                           const CorrectionAsked& asked) {
    auto by = permitted("documents.correct_recognition", identity::actor_of(visit));
    if (!by) return refuse(by.error());
    Refusal problems{Refusal::Kind::bad_input, {}};
    CorrectRecognition request = correction_of(links, asked, problems);
    if (!problems.reasons.empty()) return refuse(std::move(problems));
    auto done = ledger::in_turn(links.database, links.clock,
                                [&](ledger::Work& work) { return correct_recognition(work, *by, request); });
    if (!done) return refuse(done.error());
    return Done<ChangeOutcome>{{done->slug, done->revision}, Url::of("documents", done->slug)};
}

Result<Done<ChangeOutcome>> run_withdrawal(const ModuleLinks& links, const Visit& visit,
                                           const WithdrawalAsked& asked) {
    auto by = permitted("documents.withdraw_document", identity::actor_of(visit));
    if (!by) return refuse(by.error());
    auto done = ledger::in_turn(links.database, links.clock, [&](ledger::Work& work) {
        return withdraw_document(work, *by, WithdrawDocument{asked.document, asked.reason});
    });
    if (!done) return refuse(done.error());
    return Done<ChangeOutcome>{{asked.document, 0}, Url("/documents")};
}

/// The document that the form of a command is about; nothing to look for where it is about none.
Result<void> check_document(const ModuleLinks& links, const Visit& visit) {
    for (const auto& [name, slug] : visit.path.all())
        if (name == "document") {
            auto document =
                links.database.read([&](storage::Session& session) { return visible(session, visit, slug); });
            if (!document) return refuse(document.error());
        }
    return {};
}

/// The page with the form of a command, for those who may send it.
template <class Draw>
void add_form_page(web::Routes& routes, const ModuleLinks& links, std::string pattern, web::About about,
                   std::string_view command, Draw draw) {
    about.kept = false;
    routes.page<ImportFormPage>(
        std::move(pattern), std::move(about),
        [links, command](const Visit& visit) -> Result<ImportFormPage> {
            if (auto by = permitted(command, identity::actor_of(visit)); !by) return refuse(by.error());
            if (auto found = check_document(links, visit); !found) return refuse(found.error());
            return ImportFormPage{
                {"text/plain", "text/markdown", "text/html", "application/pdf",
                 "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}};
        },
        [draw](const ImportFormPage&, const Visit& visit) { return draw(visit, Entered{}); });
}

void add_commands(web::Routes& routes, const ModuleLinks& links) {
    add_form_page(routes, links, "/documents/import", {"documents.import_form", N_("Take in a document")},
                  "documents.import_document", draw_import_form);
    add_form_page(routes, links, "/documents/{document}/correct",
                  {"documents.correction_form", N_("Correct what was recognised")},
                  "documents.correct_recognition", draw_correction_form);
    add_form_page(routes, links, "/documents/{document}/withdraw",
                  {"documents.withdrawal_form", N_("Withdraw a document")}, "documents.withdraw_document",
                  draw_withdrawal_form);
    routes.command<ImportUpload, ImportOutcome>(
        "/documents/import_document", {"documents.import_document", N_("Take in a document")},
        input_of(Of<ImportUpload>{}),
        [links](const Visit& visit, const ImportUpload& request) {
            return run_import(links, visit, request);
        },
        draw_import_form);
    routes.command<CorrectionAsked, ChangeOutcome>(
        "/documents/{document}/correct_recognition",
        {"documents.correct_recognition", N_("Correct what was recognised")}, input_of(Of<CorrectionAsked>{}),
        [links](const Visit& visit, const CorrectionAsked& asked) {
            return run_correction(links, visit, asked);
        },
        draw_correction_form);
    routes.command<WithdrawalAsked, ChangeOutcome>(
        "/documents/{document}/withdraw_document", {"documents.withdraw_document", N_("Withdraw a document")},
        input_of(Of<WithdrawalAsked>{}),
        [links](const Visit& visit, const WithdrawalAsked& asked) {
            return run_withdrawal(links, visit, asked);
        },
        draw_withdrawal_form);
}

void add_sentences(web::Routes& routes) {
    routes.sentence("documents.not_found", N_("There is no document at this address that you may read."));
    routes.sentence("documents.no_such_version",
                    N_("The document is not on the record in this language or version."));
    routes.sentence("documents.no_such_part", N_("The document does not have so many parts."));
    routes.sentence("documents.no_such_section",
                    N_("The document has no such section. Its table of contents has them all."));
    routes.sentence("documents.no_such_passage", N_("The document has no passage of this name."));
    routes.sentence("documents.no_such_comparison", N_("There is no such comparison that you may read."));
    routes.sentence("documents.no_such_place", N_("This is no place in the list. Begin at its beginning."));
    routes.sentence("documents.no_original",
                    N_("The file as it came is missing. The operator can restore it from a backup."));
    routes.sentence("documents.symbol_not_here",
                    N_("The document {symbol} is not on this record, or not for you to read."));
    routes.sentence("documents.may_not_import", N_("Only the secretariat takes in documents."));
    routes.sentence("documents.actor_unknown", N_("There is no such State or organisation in the register."));
    routes.sentence("documents.malformed_symbol", N_("This is no document symbol. Write it as A/78/76."));
    routes.sentence("documents.symbol_taken", N_("Another document has this symbol."));
    routes.sentence(
        "documents.audience_differs",
        N_("The document {slug} is on the record for another audience ({audience}). Choose that one, or give "
           "this text another symbol or file name."));
    routes.sentence(
        "documents.already_there",
        N_("{name} is on the record already, at /documents/{slug}. If this is a new version of it, or its "
           "text in another language, say so; if it is another document, give it another symbol or file "
           "name."));
    routes.sentence("documents.slug_taken", N_("Another document has this address."));
    routes.sentence("documents.slug_required",
                    N_("The document needs a symbol or a title to be addressed by."));
    routes.sentence("documents.title_required", N_("The document needs a title."));
    routes.sentence("documents.translator_required", N_("Say who translated it."));
    routes.sentence("documents.reason_required", N_("Say why."));
    routes.sentence("documents.language_taken", N_("There is a version in that language already."));
    routes.sentence("documents.unknown_whole", N_("There is no such document that this could be part of."));
    routes.sentence("documents.stale",
                    N_("The document was changed meanwhile. Look at it again, then repeat your change."));
    routes.sentence("documents.withdrawn", N_("The document was withdrawn already."));
    routes.sentence("documents.empty", N_("The file holds no text."));
    routes.sentence("documents.no_text", N_("No text was found in the file. A scanned PDF holds pictures "
                                            "only: it needs text recognition first."));
    routes.sentence("documents.unknown_format",
                    N_("The file is neither text, Markdown, HTML, DOCX, ODT, RTF nor PDF."));
    routes.sentence("documents.not_utf8", N_("The text is not UTF-8; the fault is in line {line}."));
    routes.sentence("documents.control_character", N_("There is a control character in line {line}."));
    routes.sentence("documents.line_too_long", N_("Line {line} is too long."));
    routes.sentence("documents.too_many_lines", N_("The text has too many lines."));
    routes.sentence("documents.too_many_passages", N_("The text has too many passages."));
    routes.sentence("documents.too_large", N_("The file is too large."));
    routes.sentence("documents.more_problems", N_("There are more problems of the same kind."));
    routes.sentence("documents.unpacks_too_large", N_("Unpacked, the file would be too large."));
    routes.sentence("documents.conversion_failed", N_("The file could not be converted. It may be damaged."));
    routes.sentence("documents.conversion_limit",
                    N_("Converting the file took too long or too much memory and was stopped."));
    routes.sentence(
        "documents.converter_missing",
        N_("The converter for this format is not installed here: the operator needs the package {package}."));
}

} // namespace

ActorNames actor_names(const members::Register& states) {
    ActorNames names;
    for (const members::State* state : states.states(members::Language::en)) {
        std::string_view iso3 = state->iso3.text();
        names.add_state(iso3, state->display(members::Language::en));
        for (members::Language language : members::official_languages) {
            const members::StateName& name = state->name(language);
            names.add_state(iso3, name.display);
            names.add_state(iso3, name.official);
            names.add_state(iso3, name.formal);
        }
        for (const std::string& variant : state->variants) names.add_state(iso3, variant);
    }
    for (const members::Organisation& organisation : states.organisations())
        for (members::Language language : members::official_languages)
            names.add_organisation(organisation.key, organisation.name(language));
    return names;
}

void add_routes(web::Routes& routes, ModuleLinks links) {
    add_sentences(routes);
    add_pages(routes, links);
    add_bytes(routes, links);
    add_commands(routes, links);
}

} // namespace poa::documents
