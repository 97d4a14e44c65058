// SPDX-License-Identifier: Apache-2.0
#include "web/site.hpp"

#include "base/text.hpp"
#include "http/accept.hpp"
#include "http/conditional.hpp"
#include "http/multipart.hpp"
#include "web/assets/assets.hpp"

namespace poa::web {
namespace {

const http::Parameters no_parameters;
constexpr const char* varies_by_all = "Accept, Accept-Language, Cookie";

/// The face asked for: ?format= for links, Accept for programs. Nothing where none of those offered will do.
std::optional<Face> face_of(const http::Request& request, const std::vector<Face>& offered) {
    if (auto format = request.query.get("format")) {
        for (Face face : offered)
            if ((face == Face::html && *format == "html") || (face == Face::json && *format == "json") ||
                (face == Face::csv && *format == "csv") || (face == Face::atom && *format == "atom"))
                return face;
        return std::nullopt;
    }
    std::string_view accept = request.headers.get("accept");
    if (accept.empty() || accept == "*/*") return offered.front();
    std::vector<std::string_view> types;
    for (Face face : offered) types.push_back(media_type_of(face));
    if (auto chosen = http::choose(accept, types)) return offered[*chosen];
    // A program that knows only problems is still given JSON; a client that cannot take any of ours is told.
    return std::nullopt;
}

Face face_for_problems(const http::Request& request) {
    static const std::vector<Face> both = {Face::html, Face::json};
    std::string_view accept = request.headers.get("accept");
    if (request.query.get("format") == "json") return Face::json;
    if (accept.find("text/html") != std::string_view::npos) return Face::html;
    if (accept.find("json") != std::string_view::npos) return Face::json;
    if (accept.empty() || accept == "*/*") {
        bool sends_json = request.headers.get("content-type").starts_with("application/json");
        return sends_json ? Face::json : Face::html;
    }
    return face_of(request, both).value_or(Face::json);
}

std::string method_names(const std::vector<http::Method>& methods) {
    std::vector<std::string> names;
    for (http::Method method : methods) names.emplace_back(http::name_of(method));
    return join(names, ", ");
}

std::string faces_offered(const std::vector<Face>& faces) {
    std::vector<std::string> names;
    for (Face face : faces) names.emplace_back(media_type_of(face));
    return join(names, ", ");
}

std::string_view media_type(const http::Request& request) {
    std::string_view type = request.headers.get("content-type");
    return trim(type.substr(0, type.find(';')));
}

std::string_view host_of(std::string_view origin) {
    std::size_t scheme = origin.find("://");
    return scheme == std::string_view::npos ? std::string_view() : origin.substr(scheme + 3);
}

/// What a command's body may be.
std::vector<std::string> body_types(const InputSpec& input) {
    std::vector<std::string> types;
    if (input.has_upload()) types.emplace_back("multipart/form-data");
    if (!needs_file(input))
        types.insert(types.end(), {"application/json", "application/x-www-form-urlencoded"});
    return types;
}

http::Method routed_method(http::Method method) {
    return method == http::Method::head ? http::Method::get : method;
}

} // namespace

Language language_of(const http::Request& request) {
    if (auto asked = request.query.get("lang"))
        if (auto language = parse_language(*asked)) return *language;
    if (auto cookie = request.cookie("lang"))
        if (auto language = parse_language(*cookie)) return *language;
    static constexpr std::string_view offered[] = {"en", "fr", "ar", "zh", "ru", "es"};
    if (std::string_view accept = request.headers.get("accept-language"); !accept.empty())
        if (auto chosen = http::choose_language(accept, offered)) return static_cast<Language>(*chosen);
    return Language::en;
}

Site::Site(SiteSettings settings, const Routes& routes, SiteLinks links)
    : settings_(std::move(settings)), routes_(routes), links_(std::move(links)),
      kept_(settings_.kept_bytes_max), nobody_(std::make_shared<Visitor>()) {
    for (std::size_t i = 0; i < routes_.all().size(); ++i)
        router_.add(routes_.all()[i].method, routes_.all()[i].pattern, i);
}

Site::HeadVerdict Site::on_head(const http::Request& request) {
    auto match = router_.match(routed_method(request.method), request.segments);
    if (!match.route) {
        if (match.allowed.empty())
            return {0, refuse_request(request, 404,
                                      Refusal::because(Refusal::Kind::not_found, "request.no_such_page"))};
        std::string allowed = method_names(match.allowed);
        http::Answer answer = refuse_request(request, request.method == http::Method::options ? 204 : 405,
                                             Refusal::because(Refusal::Kind::bad_input, "request.method")
                                                 .with("method", std::string(http::name_of(request.method)))
                                                 .with("allowed", allowed));
        answer.headers.set("allow", allowed + ", OPTIONS");
        if (request.method == http::Method::options) answer.body = std::string();
        return {0, std::move(answer)};
    }
    const Route& route = routes_.all()[*match.route];
    if (!route.is_command) return {0, std::nullopt};
    std::string_view type = media_type(request);
    const std::vector<std::string> types = body_types(*route.input);
    bool taken =
        std::ranges::any_of(types, [&](std::string_view one) { return same_ignoring_case(type, one); });
    bool has_no_body =
        type.empty() && !request.headers.has("transfer-encoding") &&
        (request.headers.get("content-length").empty() || request.headers.get("content-length") == "0");
    if (!taken && !has_no_body)
        return {0, refuse_request(request, 415,
                                  Refusal::because(Refusal::Kind::bad_input, "request.media_type")
                                      .with("taken", join(types, ", "))
                                      .with("given", std::string(type)))};
    // Files are large, and mostly only who is signed in sends them: what comes without any sign of that is
    // not read, and the sign is looked at before anything is (admit).
    bool upload = route.input->has_upload() && !route.about.files_from_all;
    if (upload && !shows_sign_in(request))
        return {0, refuse_request(request, 401,
                                  Refusal::because(Refusal::Kind::not_signed_in, "access.sign_in"))};
    return {route.body_bytes_max, std::nullopt, upload};
}

std::optional<http::Answer> Site::admit(const http::Request& request) {
    if (links_.visitor_of(request)->is_signed_in()) return std::nullopt;
    return refuse_request(request, 401, Refusal::because(Refusal::Kind::not_signed_in, "access.sign_in"));
}

bool Site::shows_sign_in(const http::Request& request) const {
    return request.cookie(settings_.session_cookie).has_value() || request.headers.has("authorization");
}

bool Site::may_be_kept(const http::Request& request) const {
    return settings_.kept_bytes_max > 0 && routed_method(request.method) == http::Method::get &&
           !shows_sign_in(request);
}

namespace {

std::string key_of(const http::Request& request, Language language, std::optional<Face> face) {
    std::string key;
    key.reserve(request.target.size() + 4);
    key += static_cast<char>('0' + static_cast<int>(language));
    key += face ? static_cast<char>('0' + static_cast<int>(*face)) : 'r';
    // A feed tells whole addresses, made of the Host as it was asked: what one reader claims is not for
    // others.
    if (face == Face::atom) key.append(request.secure ? "s" : "-").append(request.headers.get("host"));
    key += request.target; // begins with a slash, which no host holds
    return key;
}

} // namespace

std::optional<http::Answer> Site::at_once(const http::Request& request) {
    if (!may_be_kept(request)) return std::nullopt;
    auto match = router_.match(http::Method::get, request.segments);
    if (!match.route) return std::nullopt;
    const Route& route = routes_.all()[*match.route];
    if (!route.about.kept) return std::nullopt;
    std::optional<Face> face;
    if (!route.faces.empty()) {
        face = face_of(request, route.faces);
        if (!face) return std::nullopt;
    }
    return kept_.find(key_of(request, language_of(request), face), links_.position(),
                      http::accepts_gzip(request.headers.get("accept-encoding")));
}

http::Answer Site::answer(const http::Request& request) {
    auto match = router_.match(routed_method(request.method), request.segments);
    if (!match.route)
        return refuse_request(request, 404,
                              Refusal::because(Refusal::Kind::not_found, "request.no_such_page"));
    try {
        return run(request, match);
    } catch (const std::exception& failure) {
        if (links_.failure) links_.failure(&request, failure.what());
        auto [status, code] =
            links_.classify ? links_.classify(failure) : std::pair<int, std::string>(500, "request.failed");
        http::Answer answer = refuse_request(
            request, status, Refusal::because(Refusal::Kind::rule, code).with("reference", request.id));
        if (status == 503) answer.headers.set("retry-after", "5");
        return answer;
    }
}

http::Answer Site::run(const http::Request& request, const http::Router::Match& match) {
    const Route& route = routes_.all()[*match.route];
    Language language = language_of(request);
    std::optional<Face> face;
    if (!route.faces.empty()) {
        face = route.is_command ? face_for_problems(request) : face_of(request, route.faces);
        if (!face)
            return refuse_request(request, 406,
                                  Refusal::because(Refusal::Kind::bad_input, "request.not_acceptable")
                                      .with("offered", faces_offered(route.faces)));
    }
    std::uint64_t position = links_.position(); // before reading: what is read may be newer, never older
    bool keep = route.about.kept && may_be_kept(request);
    Visit visit{request,
                match.parameters,
                Wording::in(language),
                face.value_or(face_for_problems(request)),
                keep ? nobody_ : links_.visitor_of(request),
                settings_.public_url};
    http::Answer answer = route.answer(visit, *this);
    if (auto asked = request.query.get("lang"); asked && parse_language(*asked))
        answer.headers.add("set-cookie", "lang=" + std::string(code_of(language)) +
                                             "; Path=/; Max-Age=31536000; SameSite=Lax");
    if (!answer.headers.has("cache-control"))
        answer.headers.add("cache-control",
                           visit.is_anonymous() && !route.is_command ? "no-cache" : "no-store");
    // A raw route says itself what its bytes depend on; refusals and screens depend on all of it.
    if (!route.faces.empty() && !answer.headers.has("vary")) answer.headers.add("vary", varies_by_all);
    guard(answer);
    bool complete = answer.status == 200 && !std::holds_alternative<http::FileBody>(answer.body) &&
                    !std::holds_alternative<http::EventStream>(answer.body);
    if (keep && complete && !answer.headers.has("set-cookie"))
        kept_.keep(key_of(request, language, face), position,
                   http::accepts_gzip(request.headers.get("accept-encoding")), answer);
    return answer;
}

http::Answer Site::failed(int status, const http::Request* request, const char* what) {
    if (status >= 500 && links_.failure) links_.failure(request, what);
    static const http::Request nothing;
    std::string code = status == 408                    ? "request.too_slow"
                       : status == 413                  ? "request.too_large"
                       : status == 431 || status == 414 ? "request.head_too_large"
                       : status == 503                  ? "request.busy"
                       : status >= 500                  ? "request.failed"
                                                        : "request.malformed";
    Refusal refusal = Refusal::because(Refusal::Kind::bad_input, code);
    if (status == 413 && request != nullptr) {
        auto match = router_.match(routed_method(request->method), request->segments);
        refusal.with("max", std::to_string(match.route ? routes_.all()[*match.route].body_bytes_max : 0));
    }
    if (status >= 500) refusal.with("reference", request != nullptr ? request->id : "-");
    return refuse_request(request != nullptr ? *request : nothing, status, std::move(refusal));
}

void Site::done(const http::Request& request, int status, std::uint64_t bytes, std::int64_t microseconds) {
    if (!links_.done) return;
    static const std::string none = "none";
    auto match = router_.match(routed_method(request.method), request.segments);
    links_.done(request, match.route ? routes_.all()[*match.route].about.name : none, status, bytes,
                microseconds);
}

http::Answer Site::screen(const Visit& visit, const Screen& screen, int status) const {
    http::Answer answer = http::Answer::text(status, "text/html; charset=utf-8",
                                             draw_page(settings_.frame, visit, screen, settings_.build));
    answer.headers.add("content-language", std::string(visit.in.code()));
    answer.compressible = true;
    return answer;
}

http::Answer Site::refusal(const Visit& visit, const Refusal& refusal) const {
    int status = status_of(refusal.kind);
    http::Answer answer;
    if (visit.face == Face::html) {
        answer = screen(visit, problem_screen(refusal, status, sentences(), visit), status);
    } else {
        answer = http::Answer::text(status, "application/problem+json",
                                    problem_json(refusal, status, sentences(), visit.in, visit.request.id));
        answer.headers.add("content-language", std::string(visit.in.code()));
    }
    answer.headers.add("cache-control", "no-store");
    answer.headers.add("vary", varies_by_all);
    if (refusal.kind == Refusal::Kind::not_signed_in)
        answer.headers.add("www-authenticate", "Bearer realm=\"poa\"");
    if (refusal.kind == Refusal::Kind::too_many)
        for (const auto& [name, value] : refusal.reasons.front().facts)
            if (name == "seconds") answer.headers.add("retry-after", value);
    return answer;
}

http::Answer Site::refuse_request(const http::Request& request, int status, Refusal refusal) const {
    const Wording& in = Wording::in(language_of(request));
    Face face = face_for_problems(request);
    Visit visit{request, no_parameters, in, face, nobody_, settings_.public_url};
    http::Answer answer;
    if (face == Face::html)
        answer = screen(visit, problem_screen(refusal, status, sentences(), visit), status);
    else
        answer = http::Answer::text(status, "application/problem+json",
                                    problem_json(refusal, status, sentences(), in, request.id));
    answer.headers.set("content-language", std::string(in.code()));
    answer.headers.set("cache-control", "no-store");
    answer.headers.set("vary", varies_by_all);
    if (status == 401) answer.headers.add("www-authenticate", "Bearer realm=\"poa\"");
    guard(answer);
    return answer;
}

void Site::guard(http::Answer& answer) const {
    auto set = [&](const char* name, const char* value) {
        if (!answer.headers.has(name)) answer.headers.add(name, value);
    };
    set("content-security-policy",
        "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; "
        "connect-src 'self'; font-src 'self'; manifest-src 'self'; form-action 'self'; "
        "frame-ancestors 'none'; base-uri 'none'");
    set("x-content-type-options", "nosniff");
    set("referrer-policy", "same-origin");
    set("cross-origin-opener-policy", "same-origin");
    set("cross-origin-resource-policy", "same-origin");
    set("permissions-policy", "camera=(), geolocation=(), microphone=()");
    if (settings_.public_url.starts_with("https://")) set("strict-transport-security", "max-age=31536000");
}

bool Site::is_from_here(const Visit& visit) const {
    const http::Headers& headers = visit.request.headers;
    if (std::string_view site = headers.get("sec-fetch-site");
        !site.empty() && site != "same-origin" && site != "none")
        return false;
    std::string_view origin = headers.get("origin");
    if (origin.empty()) return true; // not a browser's cross-site form: those always carry Origin
    std::string_view host =
        settings_.public_url.empty() ? headers.get("host") : host_of(settings_.public_url);
    return same_ignoring_case(host_of(origin), host);
}

Result<InputValues> Site::read_body(const Visit& visit, const InputSpec& spec) const {
    if (!is_from_here(visit)) return refuse(Refusal::Kind::not_permitted, "form.other_site");
    std::string_view type = media_type(visit.request);
    InputValues values;
    std::string token(visit.request.headers.get("x-form-token"));
    if (same_ignoring_case(type, "application/json")) {
        auto json = InputValues::from_json(visit.request.body);
        if (!json) return refuse(json.error());
        values = std::move(*json);
    } else if (same_ignoring_case(type, "multipart/form-data")) {
        auto parts = http::parse_multipart(visit.request.headers.get("content-type"), visit.request.body);
        if (!parts) return refuse(parts.error());
        std::vector<std::pair<std::string, std::string>> pairs;
        for (const http::Part& part : *parts)
            if (part.filename.empty() && part.content_type.empty())
                pairs.emplace_back(part.name, std::string(part.content));
        values = InputValues::from_pairs(pairs);
        for (http::Part& part : *parts)
            if (!part.filename.empty() || !part.content_type.empty())
                values.set(part.name, Upload{part.filename, part.content_type, std::string(part.content)});
    } else {
        auto fields = http::Fields::parse(visit.request.body);
        if (!fields)
            return refuse(Refusal::because(Refusal::Kind::bad_input, "form.malformed").with("at", "0"));
        values = InputValues::from_pairs(fields->all());
    }
    if (const auto* field = values.find("form_token"); field != nullptr && token.empty()) token = field->text;
    bool by_cookie = visit.request.cookie(settings_.session_cookie).has_value() &&
                     !visit.request.headers.has("authorization");
    bool is_json = same_ignoring_case(type, "application/json");
    // A JSON body cannot be sent across sites without asking first (no CORS here), so the token guards forms.
    if (by_cookie && !is_json && !visit.visitor->form_token().empty() &&
        !same_secret(token, visit.visitor->form_token()))
        return refuse(Refusal::Kind::not_permitted, "form.expired");
    add_path(visit, values);
    (void)spec;
    return values;
}

} // namespace poa::web
