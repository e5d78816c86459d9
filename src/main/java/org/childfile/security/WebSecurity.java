package org.childfile.security;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import javax.sql.DataSource;
import org.childfile.jobs.Workspace;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servletapi.SecurityContextHolderAwareRequestFilter;

/**
 * What may be reached over HTTP: {@code /api/**} with a bearer token, what departments push with a signature, health and metrics
 * with neither, nothing else.
 *
 * <p>No session is ever made and no cookie is read, so there is none to fix or to ride on: a page of another site cannot
 * make a browser add the header {@code Authorization}, which is why the protection against forged requests (CSRF) is off.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class WebSecurity {

    /** What clocks of others may be off. */
    private static final Duration SKEW = Duration.ofSeconds(10);

    private static final String[] PUSHES = {"/api/v1/feeds/*/records", "/api/v1/feeds/*/receipts/*"};

    static final String[] OPEN = {"/api/v1/openapi.json", "/api/v1/.well-known/jwks.json"};

    @Bean
    TokenSettings tokenSettings(Workspace workspace) {
        return TokenSettings.of(workspace.home(), workspace.environment());
    }

    @Bean
    Revocations revocations(DataSource dataSource, Clock clock) {
        return new Revocations(dataSource, clock);
    }

    @Bean
    KnownTokens tokens(TokenSettings settings, Revocations revocations, Clock clock) {
        return new KnownTokens(decoder(settings, clock), revocations::now, clock);
    }

    /** What a token must be, at every door. */
    static JwtDecoder decoder(TokenSettings settings, Clock clock) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                Set.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256, JWSAlgorithm.PS256), settings.keys()));
        // Spring's validators below judge the values, and say why; but it makes up a time of issue where there is none.
        processor.setJWTClaimsSetVerifier((claims, context) -> {
            if (claims.getIssueTime() == null || claims.getExpirationTime() == null || claims.getJWTID() == null) {
                throw new BadJWTException("iat, exp and jti must be given");
            }
        });
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
        JwtTimestampValidator times = new JwtTimestampValidator(SKEW);
        times.setClock(clock);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                times,
                new JwtIssuerValidator(settings.issuer()),
                new JwtClaimValidator<java.util.@org.jspecify.annotations.Nullable List<String>>(
                        "aud", audience -> audience != null && audience.contains(settings.audience())),
                new GrantReader(clock, SKEW)));
        return decoder;
    }

    @Bean
    StrangerLimit strangers(KnownTokens tokens, Workspace workspace) {
        return new StrangerLimit(tokens, new TokenBucket(perSecond(workspace, "CHILDFILE_ANONYMOUS_RATE", "20")));
    }

    /** It stands in the chains alone, not before them as every other filter that is a bean. */
    @Bean
    FilterRegistrationBean<StrangerLimit> strangersInTheirChainsAlone(StrangerLimit strangers) {
        FilterRegistrationBean<StrangerLimit> registration = new FilterRegistrationBean<>(strangers);
        registration.setEnabled(false);
        return registration;
    }

    /** What departments push is signed; whether the signature holds, the inbox says. */
    @Bean
    @Order(0)
    SecurityFilterChain pushes(HttpSecurity http, KnownTokens tokens, Workspace workspace) {
        return closed(http)
                .securityMatcher(PUSHES)
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .addFilterBefore(
                        new StrangerLimit(tokens, new TokenBucket(perSecond(workspace, "CHILDFILE_PUSH_RATE", "200"))),
                        AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, KnownTokens tokens, StrangerLimit strangers, Workspace workspace) {
        AuthenticationEntryPoint refused = (request, response, failure) -> {
            boolean invalid = failure instanceof OAuth2AuthenticationException;
            response.setHeader("WWW-Authenticate", invalid ? "Bearer error=\"invalid_token\"" : "Bearer");
            ProblemDocuments.answer(request, response, new Refused(invalid ? Refusal.INVALID_TOKEN : Refusal.NO_TOKEN));
        };
        AccessDeniedHandler denied = (request, response, failure) ->
                ProblemDocuments.answer(request, response, new Refused(Refusal.NOT_ALLOWED));
        return closed(http)
                .securityMatcher("/api/**")
                .authorizeHttpRequests(all ->
                        all.requestMatchers(OPEN).permitAll().anyRequest().authenticated())
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.decoder(tokens)
                                .jwtAuthenticationConverter(token -> new Bearer(GrantReader.read(token))))
                        .authenticationEntryPoint(refused)
                        .accessDeniedHandler(denied))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refused).accessDeniedHandler(denied))
                .addFilterBefore(strangers, BearerTokenAuthenticationFilter.class)
                .addFilterAfter(
                        new RateLimit(new TokenBucket(perSecond(workspace, "CHILDFILE_API_RATE", "200"))),
                        SecurityContextHolderAwareRequestFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain everythingElse(HttpSecurity http, StrangerLimit strangers) {
        return closed(http)
                .addFilterBefore(strangers, AuthorizationFilter.class)
                .authorizeHttpRequests(all -> all.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/actuator/health/**", "/actuator/prometheus")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(handling -> handling.authenticationEntryPoint((request, response, failure) ->
                        ProblemDocuments.answer(request, response, new Refused(Refusal.NO_SUCH_PAGE))))
                .build();
    }

    /** The time of a request is measured as a whole; its dozen filters, each measured, cost more than they do. */
    @Bean
    SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }

    /** An address that is not as it should be never reaches the program; the refusal looks like every other one. */
    @Bean
    RequestRejectedHandler rejected() {
        return (request, response, failure) ->
                ProblemDocuments.answer(request, response, new Refused(Refusal.MALFORMED_REQUEST));
    }

    private static HttpSecurity closed(HttpSecurity http) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)));
    }

    private static int perSecond(Workspace workspace, String variable, String usual) {
        String set = workspace.environment().getOrDefault(variable, usual);
        try {
            return Math.clamp(Integer.parseInt(set), 1, 1_000_000);
        } catch (NumberFormatException e) {
            throw new InvalidKey(variable + ": found " + set + ", which is no number of requests a second");
        }
    }
}
