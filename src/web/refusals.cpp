// SPDX-License-Identifier: Apache-2.0
#include "web/refusals.hpp"

#include "base/json.hpp"
#include "web/frame.hpp"

namespace poa::web {

Sentences::Sentences() {
    add("input.required", N_("This is needed."));
    add("input.too_long", N_("At most {max} characters, please; this has {is}."));
    add("input.too_short", N_("At least {min} characters, please."));
    add("input.not_text", N_("This is not readable text."));
    add("input.not_email", N_("This is not an e-mail address."));
    add("input.not_a_day", N_("This is not a day. Write it as year-month-day, such as 2023-04-18."));
    add("input.not_a_number", N_("This is not a whole number."));
    add("input.too_small", N_("The smallest number taken here is {least}."));
    add("input.too_large", N_("The largest number taken here is {most}."));
    add("input.not_a_choice", N_("This is not one of the choices."));
    add("input.not_fields", N_("Send these fields as an object of their own."));
    add("input.not_a_truth", N_("Say true or false."));
    add("input.not_a_file", N_("A file is needed here; send the form as multipart/form-data."));
    add("input.file_too_large", N_("The file is larger than {max} bytes."));
    add("input.unknown_field", N_("There is no field of this name."));
    add("json.malformed", N_("The body is not JSON; the fault is at byte {at}."));
    add("json.repeated_key", N_("The key “{key}” comes twice."));
    add("json.number", N_("A number is too large to be kept exactly, at byte {at}."));
    add("json.not_an_object", N_("The body must be one JSON object."));
    add("form.malformed", N_("The form cannot be read; the fault is at byte {at}."));
    add("form.too_many_parts", N_("The form has too many parts."));
    add("form.other_site", N_("This form was sent from another site, so nothing was done. Open the page here "
                              "and send it again."));
    add("form.expired", N_("This form was drawn for another sign-in, so nothing was done. Reload the page "
                           "and send it again."));
    add("request.no_such_page",
        N_("There is no page at this address. It may have moved, or it may be visible only to others."));
    add("request.method", N_("This address does not take {method}. It takes {allowed}."));
    add("request.media_type", N_("This address takes {taken}, not “{given}”."));
    add("request.not_acceptable",
        N_("This page is given as {offered}; your program asked for something else."));
    add("request.malformed", N_("The request cannot be read."));
    add("request.too_large", N_("The body is larger than the {max} bytes taken here."));
    add("request.head_too_large", N_("The head of the request is too large."));
    add("request.too_slow", N_("The request took too long to arrive."));
    add("request.busy", N_("Too many requests are waiting. Nothing was done; try again in a few seconds."));
    add("request.failed", N_("Something failed on our side and nothing was changed. Try again; if it happens "
                             "again, tell the operator this reference: {reference}."));
    add("request.storage_full", N_("The record cannot take more just now; nothing was changed. The operator "
                                   "has been told. Reference: {reference}."));
    add("request.too_many", N_("Too often. Try again in {seconds} seconds."));
    add("access.sign_in", N_("Sign in to do this."));
}

void Sentences::add(std::string_view code, std::string_view sentence) {
    sentences_.insert_or_assign(std::string(code), sentence);
}

std::string Sentences::say(const Reason& reason, const Wording& in) const {
    auto found = sentences_.find(reason.code);
    if (found == sentences_.end()) return reason.code;
    std::vector<std::pair<std::string_view, std::string_view>> facts;
    for (const auto& [name, value] : reason.facts)
        facts.emplace_back(name, name.ends_with("_words") && !value.empty() ? in.tr(value)
                                                                            : std::string_view(value));
    return fill(in.tr(found->second), facts);
}

int status_of(Refusal::Kind kind) {
    switch (kind) {
    case Refusal::Kind::bad_input:
        return 422;
    case Refusal::Kind::not_signed_in:
        return 401;
    case Refusal::Kind::not_permitted:
        return 403;
    case Refusal::Kind::not_found:
        return 404;
    case Refusal::Kind::conflict:
        return 409;
    case Refusal::Kind::rule:
        return 409;
    case Refusal::Kind::too_many:
        return 429;
    }
    return 500;
}

std::string_view title_of(int status) {
    switch (status) {
    case 400:
        return N_("The request cannot be read");
    case 401:
        return N_("Please sign in");
    case 403:
        return N_("Not permitted");
    case 404:
        return N_("Not found");
    case 405:
        return N_("Not that way");
    case 406:
        return N_("Not in that form");
    case 408:
        return N_("Too slow");
    case 409:
        return N_("The rules say no");
    case 413:
        return N_("Too large");
    case 414:
        return N_("The address is too long");
    case 415:
        return N_("Not in that format");
    case 422:
        return N_("Some fields need attention");
    case 429:
        return N_("Too often");
    case 431:
        return N_("The head of the request is too large");
    case 503:
        return N_("Busy");
    case 507:
        return N_("No space left");
    default:
        return status >= 500 ? N_("Something failed on our side") : N_("The request cannot be taken");
    }
}

std::string problem_json(const Refusal& refusal, int status, const Sentences& sentences, const Wording& in,
                         std::string_view request_id) {
    std::string out;
    JsonWriter json(out);
    std::string_view code =
        refusal.reasons.empty() ? std::string_view("request.failed") : refusal.reasons[0].code;
    json.begin_object().key("type").value(
        fmt::format("/problems/{}#{}", code.substr(0, code.find('.')), code));
    json.key("title").value(in.tr(title_of(status))).key("status").value(status);
    if (!refusal.reasons.empty()) json.key("detail").value(sentences.say(refusal.reasons[0], in));
    json.key("instance").value("urn:poa:request:" + std::string(request_id));
    json.key("reasons").begin_array();
    for (const Reason& reason : refusal.reasons) {
        json.begin_object().key("code").value(reason.code);
        if (!reason.field.empty()) json.key("field").value(reason.field);
        json.key("sentence").value(sentences.say(reason, in));
        if (!reason.clause.empty()) json.key("clause").value(reason.clause);
        json.key("facts").begin_object();
        for (const auto& [name, value] : reason.facts) json.key_escaped(name).value(value);
        json.end_object().end_object();
    }
    json.end_array().end_object();
    return out;
}

Screen problem_screen(const Refusal& refusal, int status, const Sentences& sentences, const Visit& visit) {
    using namespace html;
    const Wording& in = visit.in;
    const std::string& request_id = visit.request.id;
    Screen screen;
    screen.title = in.tr(title_of(status));
    auto reason_item = [&](const Reason& reason) {
        return li(when(!reason.field.empty(), [&] { return group(strong(reason.field), " "); }),
                  sentences.say(reason, in),
                  when(!reason.clause.empty(), [&] { return group(" ", em(reason.clause)); }));
    };
    screen.body += h1(css("page-title"), screen.title);
    if (refusal.reasons.size() == 1 && refusal.reasons[0].field.empty())
        screen.body += p(css("notice notice-problem"), sentences.say(refusal.reasons[0], in));
    else
        screen.body += div(css("notice notice-problem"), ul(each(refusal.reasons, reason_item)));
    if (status == 401) screen.body += p(a(href(sign_in_url(visit)), in.tr("Sign in")));
    screen.body +=
        ul(li(a(href(Url("/")), in.tr("Home"))), li(a(href(Url("/documents")), in.tr("Documents"))),
           li(a(href(Url("/search")), in.tr("Search"))), li(a(href(Url("/states")), in.tr("States"))));
    if (!request_id.empty())
        screen.body += p(small(in.tr("Reference: {reference}", {{"reference", request_id}})));
    return screen;
}

} // namespace poa::web
