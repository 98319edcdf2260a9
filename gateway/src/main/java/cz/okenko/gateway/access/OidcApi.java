package cz.okenko.gateway.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import cz.okenko.connectors.http.Json;
import cz.okenko.gateway.directory.Role;
import cz.okenko.gateway.settings.OutsideAccounts.Oidc;
import io.helidon.http.HeaderNames;
import io.helidon.http.SetCookie;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Signing in with the accounts of the office; to be registered under `/api/console`. Both routes are
/// opened by the browser as pages, so they answer with where to go on.
public final class OidcApi implements HttpService {
  private static final Logger LOG = LoggerFactory.getLogger(OidcApi.class);
  private static final String COOKIE = "__Host-okenko-away";
  private static final Duration AWAY = Duration.ofMinutes(10);
  private static final int MOST_AWAY = 10_000;
  private static final int LONGEST_NAME = 200;
  private static final String HOME = "/console/";

  private final Access access;
  private final Outside outside;
  private final Secrets secrets = new Secrets();
  private final Cache<String, Waiting> away =
      Caffeine.newBuilder().maximumSize(MOST_AWAY).expireAfterWrite(AWAY).build();

  public OidcApi(Access access, Outside outside) {
    this.access = access;
    this.outside = outside;
  }

  /// Somebody who went away to sign in; only the same browser may come back.
  private record Waiting(OidcService.Away said, String browser) {}

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/sign-in", this::ways)
        .get("/oidc", this::leave)
        .get("/oidc/back", this::comeBack);
  }

  private void ways(ServerRequest request, ServerResponse response) {
    Json.send(
        response,
        outside
            .service()
            .map(service -> Map.<String, Object>of("outside", outside.settings().label()))
            .orElse(Map.of()));
  }

  private void leave(ServerRequest request, ServerResponse response) {
    outside
        .service()
        .ifPresentOrElse(service -> leave(service, response), () -> go(response, HOME));
  }

  private void leave(OidcService service, ServerResponse response) {
    String state = secrets.token();
    String browser = secrets.token();
    var said = OidcService.Away.begin();
    try {
      String there = service.authorization(state, said).toString();
      away.put(state, new Waiting(said, Secrets.digest(browser)));
      response.headers().addCookie(cookie(browser).maxAge(AWAY).build());
      go(response, there);
    } catch (IOException e) {
      LOG.warn("the sign-in service does not answer", e);
      go(response, HOME + "?sign-in=unreachable");
    }
  }

  private void comeBack(ServerRequest request, ServerResponse response) {
    outside
        .service()
        .ifPresentOrElse(
            service -> comeBack(service, request, response), () -> go(response, HOME));
  }

  private void comeBack(OidcService service, ServerRequest request, ServerResponse response) {
    response.headers().addCookie(cookie("").expires(Instant.EPOCH).build());
    String state = request.query().first("state").orElse("");
    String code = request.query().first("code").orElse("");
    Optional<Waiting> waiting = Optional.ofNullable(away.asMap().remove(state));
    String browser =
        request.headers().cookies().first(COOKIE).asOptional().map(Secrets::digest).orElse("");
    if (code.isEmpty() || waiting.filter(w -> w.browser.equals(browser)).isEmpty()) {
      go(response, HOME + "?sign-in=again");
      return;
    }
    try {
      Map<String, Object> claims = service.claims(code, waiting.get().said);
      Optional<OutsidePerson> person = person(claims);
      go(response, person.map(p -> enter(request, response, p)).orElse(HOME + "?sign-in=refused"));
    } catch (IOException e) {
      LOG.warn("a sign-in with an account of the office did not succeed", e);
      go(response, HOME + "?sign-in=unreachable");
    }
  }

  private String enter(ServerRequest request, ServerResponse response, OutsidePerson person) {
    return switch (access.outsideDoor().enter(person, outside.address().apply(request))) {
      case OutsideDoor.Result.SignedIn(String token, ClerkId clerk) -> {
        ConsoleGuard.token(request).ifPresent(access.sessions()::end);
        LOG.info("clerk {} signed in with an account of the office", clerk.value());
        response.headers().addCookie(AccessApi.cookie(token).build());
        yield HOME;
      }
      case OutsideDoor.Result.Refused _ -> HOME + "?sign-in=refused";
    };
  }

  /// Nothing when no group makes the person anything here.
  private Optional<OutsidePerson> person(Map<String, Object> claims) {
    Oidc settings = outside.settings();
    String signIn = text(claims, "preferred_username").toLowerCase(Locale.ROOT);
    String name = text(claims, "name");
    List<String> agendas =
        settings.agendasClaim().isEmpty()
            ? List.of()
            : texts(claims, settings.agendasClaim()).filter(outside.agendas()::contains).toList();
    return texts(claims, settings.roleClaim())
        .flatMap(group -> Stream.ofNullable(settings.roles().get(group)))
        .max(Role::compareTo)
        .map(
            role ->
                new OutsidePerson(
                    settings.issuer().toString(),
                    text(claims, "sub"),
                    signIn,
                    name.isBlank() ? signIn : name,
                    role,
                    agendas));
  }

  private static String text(Map<String, Object> claims, String name) {
    return claims.get(name) instanceof String text
        ? text.substring(0, Math.min(text.length(), LONGEST_NAME))
        : "";
  }

  /// The texts a claim holds; dots in its name lead into objects.
  private static Stream<String> texts(Map<String, Object> claims, String path) {
    Object value = claims;
    for (String step : path.split("\\.", -1)) {
      value = value instanceof Map<?, ?> object && object.containsKey(step) ? object.get(step) : "";
    }
    return switch (value) {
      case String text -> Stream.of(text);
      case Collection<?> list -> list.stream().map(String::valueOf);
      case null, default -> Stream.empty();
    };
  }

  private static void go(ServerResponse response, String where) {
    response.header(HeaderNames.LOCATION, where);
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    response.status(Status.SEE_OTHER_303).send();
  }

  private static SetCookie.Builder cookie(String value) {
    return SetCookie.builder(COOKIE, value)
        .path("/")
        .httpOnly(true)
        .secure(true)
        .sameSite(SetCookie.SameSite.LAX);
  }
}
