// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/module_inputs.hpp"

#include "capabilities/documents/importing/source_text.hpp"

namespace poa::documents {
namespace {

const std::vector<Choice>& language_choices() {
    static const std::vector<Choice> choices = {{"ar", "العربية"},  {"zh", "中文"},    {"en", "English"},
                                                {"fr", "Français"}, {"ru", "Русский"}, {"es", "Español"}};
    return choices;
}

const std::vector<Choice>& translation_choices() {
    static const std::vector<Choice> choices = {{"original", N_("original")},
                                                {"official", N_("official translation")},
                                                {"unofficial", N_("unofficial translation")}};
    return choices;
}

static_assert(source_bytes_max == 16 * 1024 * 1024, "the hint of the file says 16 MiB");

constexpr std::string_view actor_hint = N_("Such as state:CAN or organisation:cyberpeace-institute.");

} // namespace

const std::vector<Choice>& kind_choices() {
    static const std::vector<Choice> choices = {
        {"report", N_("Report")},     {"resolution", N_("Resolution")},
        {"decision", N_("Decision")}, {"note", N_("Note")},
        {"letter", N_("Letter")},     {"reply", N_("Reply")},
        {"paper", N_("Paper")},       {"views", N_("Views")}};
    return choices;
}

const Input<ImportUpload>& input_of(Of<ImportUpload>) {
    static const auto input =
        Input<ImportUpload>("documents.import_document")
            .upload("file", &ImportUpload::file,
                    {.label = N_("File"), .hint = N_("At most 16 MiB."), .bytes_max = source_bytes_max})
            .line("symbol", &ImportUpload::symbol,
                  {.label = N_("Symbol"),
                   .hint = N_("Such as A/78/76; leave it empty if the text says it."),
                   .required = false,
                   .characters_max = 80})
            .line("title", &ImportUpload::title,
                  {.label = N_("Title"), .required = false, .characters_max = 500})
            .choice("language", &ImportUpload::language,
                    {.label = N_("Language of the text"), .required = false, .choices = language_choices()})
            .line("submitted_by", &ImportUpload::submitted_by,
                  {.label = N_("Submitted by"), .hint = actor_hint, .required = false, .characters_max = 120})
            .audience("audience", &ImportUpload::audience, {.label = N_("Audience")})
            .choice("translation", &ImportUpload::translation,
                    {.label = N_("Translation"), .required = false, .choices = translation_choices()})
            .line("translator", &ImportUpload::translator,
                  {.label = N_("Translated by"), .hint = N_("Needed for translations."), .required = false})
            .line("part_of", &ImportUpload::part_of,
                  {.label = N_("Part of the document"),
                   .hint = N_("Its address, such as a-78-76."),
                   .required = false})
            .tick("new_version", &ImportUpload::new_version,
                  {.label = N_("New version, or another language, of a document that is here"),
                   .required = false});
    return input;
}

const Input<CorrectionAsked>& input_of(Of<CorrectionAsked>) {
    static const auto input =
        Input<CorrectionAsked>("documents.correct_recognition")
            .hidden("document", &CorrectionAsked::document, {.label = N_("Document")})
            .line("title", &CorrectionAsked::title,
                  {.label = N_("Title"),
                   .hint = N_("Empty: as it is."),
                   .required = false,
                   .characters_max = 500})
            .line("symbol", &CorrectionAsked::symbol,
                  {.label = N_("Symbol"),
                   .hint = N_("Empty: as it is. A hyphen: it has none."),
                   .required = false,
                   .characters_max = 80})
            .choice("kind", &CorrectionAsked::kind,
                    {.label = N_("Kind"),
                     .hint = N_("Empty: as it is."),
                     .required = false,
                     .choices = kind_choices()})
            .line("submitted_by", &CorrectionAsked::submitted_by,
                  {.label = N_("Submitted by"), .hint = actor_hint, .required = false, .characters_max = 120})
            .day("day", &CorrectionAsked::day,
                 {.label = N_("Date"), .hint = N_("Empty: as it is."), .required = false})
            .choice("audience", &CorrectionAsked::audience,
                    {.label = N_("Audience"), .required = false, .choices = audience_choices()})
            .choice("language_from", &CorrectionAsked::language_from,
                    {.label = N_("The version taken for"), .required = false, .choices = language_choices()})
            .choice("language_to", &CorrectionAsked::language_to,
                    {.label = N_("is in fact in"), .required = false, .choices = language_choices()})
            .number("revision", &CorrectionAsked::revision,
                    {.label = N_("Revision"),
                     .hint = N_("As you read it; empty: whatever it is now."),
                     .required = false,
                     .least = 0});
    return input;
}

const Input<WithdrawalAsked>& input_of(Of<WithdrawalAsked>) {
    static const auto input =
        Input<WithdrawalAsked>("documents.withdraw_document")
            .hidden("document", &WithdrawalAsked::document, {.label = N_("Document")})
            .multiline("reason", &WithdrawalAsked::reason, {.label = N_("Reason"), .characters_max = 1000});
    return input;
}

} // namespace poa::documents
