package io.callsheet.provider.vidgo;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.provider.DownloadOutcome.Broken;
import io.callsheet.provider.DownloadOutcome.Forbidden;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultUrlRuleTest {
  private static final String PUBLIC = "https://93.184.215.14";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.9.9.9",
        "0.0.0.0",
        "0.1.2.3",
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "100.127.255.255",
        "192.0.0.8",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "2130706433",
        "[::1]",
        "[::]",
        "[fe80::1]",
        "[fec0::1]",
        "[fc00::1]",
        "[fd12:3456::1]",
        "[ff02::1]",
        "[::ffff:10.0.0.1]",
        "[::10.0.0.1]",
        "[64:ff9b::10.0.0.1]",
        "[2002:a00:1::]",
      })
  void a_public_service_cannot_lead_inside(String host) {
    assertThat(rule(PUBLIC).objection(URI.create("https://" + host + "/a.mp4?sig=1")))
        .isInstanceOfSatisfying(
            Forbidden.class,
            no -> assertThat(no.message()).contains("private address").doesNotContain("sig"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "93.184.215.14",
        "172.32.0.1",
        "100.128.0.1",
        "192.169.0.1",
        "169.253.1.1",
        "[2606:2800:21f:cb07:6820:80da:af6b:8b2c]",
        "[64:ff9b::93.184.215.14]"
      })
  void public_addresses_are_fetched(String host) {
    assertThat(rule(PUBLIC).objection(URI.create("https://" + host + "/a.mp4"))).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    // base, result, allowed
    "https://93.184.215.14, http://93.184.215.14/a, false",
    "http://93.184.215.14, http://93.184.215.14/a, true",
    "http://93.184.215.14, http://10.0.0.1/a, false",
    "http://127.0.0.1:8080, http://10.0.0.1/a, true",
    "https://10.0.0.1, https://127.0.0.1/a, true",
    "https://10.0.0.1, http://10.0.0.1/a, false",
    "http://127.0.0.1:8080, ftp://127.0.0.1/a, false",
    "http://127.0.0.1:8080, file:///etc/passwd, false",
  })
  void a_result_may_do_what_the_base_url_does(String base, URI result, boolean allowed) {
    assertThat(rule(base).objection(result) == null).isEqualTo(allowed);
  }

  @Test
  void every_address_of_a_name_is_judged() {
    ResultUrlRule rule =
        new ResultUrlRule(
            URI.create(PUBLIC),
            host ->
                host.equals("mixed.example")
                    ? List.of(
                        InetAddress.getByName("93.184.215.14"), InetAddress.getByName("10.0.0.1"))
                    : List.of(InetAddress.getByName(host)));
    assertThat(rule.objection(URI.create("https://mixed.example/a"))).isInstanceOf(Forbidden.class);
  }

  @Test
  void a_name_that_does_not_resolve_is_worth_another_try() {
    ResultUrlRule rule =
        new ResultUrlRule(
            URI.create(PUBLIC),
            host -> {
              throw new UnknownHostException(host);
            });
    assertThat(rule.objection(URI.create("https://gone.example/a"))).isInstanceOf(Broken.class);
  }

  private static ResultUrlRule rule(String base) {
    return new ResultUrlRule(URI.create(base), ResultUrlRule.DNS);
  }
}
