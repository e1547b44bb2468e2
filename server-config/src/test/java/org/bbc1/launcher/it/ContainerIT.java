package org.bbc1.launcher.it;

import static org.bbc1.launcher.it.SignedFiles.DOMAIN;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.io.File;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bbc1.client.BbcClient;
import org.bbc1.client.ClientConfig;
import org.bbc1.connector.outbound.ClientChannel;
import org.bbc1.connector.outbound.ClientChannelFactory;
import org.bbc1.node.NodeServices;
import org.bbc1.node.transaction.InsertResult;
import org.bbc1.transaction.Transaction;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs inside the server, in the node's own archive: what the container injects and connects. */
@ExtendWith(ArquillianExtension.class)
class ContainerIT {

  @Inject NodeServices services;

  @Resource(lookup = "java:app/bbc1/ClientPort")
  ClientChannelFactory clientPort;

  @Deployment
  static WebArchive node() {
    return ShrinkWrap.create(ZipImporter.class, "bbc1.war")
        .importFrom(new File("target/archives/bbc1.war"))
        .as(WebArchive.class)
        .addClass(SignedFiles.class);
  }

  @Test
  void injectedServicesAreThoseOfTheRunningNode() {
    assertTrue(services.health().started());
    assertTrue(services.health().ready());
  }

  @Test
  void messageOfAClientGoesThroughAdapterAndMessageDrivenBeanToTheSameLedger() throws Exception {
    services.domains().setUp(DOMAIN, null, true);
    SignedFiles files = new SignedFiles(3);
    Transaction inserted = files.next();
    assertInstanceOf(
        InsertResult.Inserted.class,
        services
            .transactions()
            .insert(DOMAIN, inserted.serialize(), Map.of())
            .toCompletableFuture()
            .get(30, TimeUnit.SECONDS));

    try (ClientChannel channel = clientPort.getConnection();
        BbcClient client =
            BbcClient.connect(ClientConfig.of("127.0.0.1", channel.clientAddress().getPort()))) {
      client.register(DOMAIN, files.user());
      Transaction found = client.search(inserted.transactionId()).transactions().get(0);
      assertArrayEquals(inserted.serialize(), found.serialize());

      Transaction fromClient = files.next();
      client.insert(fromClient);
      assertTrue(services.transactions().find(DOMAIN, fromClient.transactionId()).isPresent());
      assertEquals(1, channel.connectionCount());
    }
  }
}
